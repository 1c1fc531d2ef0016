using SynapseLab.Cli;

using var interruption = new Interruption();
var console = new CommandConsole(Console.Out, Console.Error, ErrorIsTerminal: !Console.IsErrorRedirected, TimeProvider.System);
return SynapseLabCommand.Run(args, console, interruption.Token);
