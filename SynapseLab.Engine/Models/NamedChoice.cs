namespace SynapseLab.Engine.Models;

/// <summary>Words of options files and command lines → values.</summary>
internal static class NamedChoice
{
    /// <exception cref="EngineException">The word is none of the known ones.</exception>
    internal static T Parse<T>(string what, string word, params (string Word, T Value)[] known)
    {
        int at = Array.FindIndex(known, choice => choice.Word == word);
        return at >= 0
            ? known[at].Value
            : throw new EngineException($"Expected {what} to be one of {string.Join(", ", known.Select(choice => choice.Word))}, got '{word}'.");
    }
}
