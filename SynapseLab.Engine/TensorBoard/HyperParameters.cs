namespace SynapseLab.Engine.TensorBoard;

/// <summary>
/// What TensorBoard's table of runs (plugin "hparams") needs of one run: HParamsPluginData of
/// tensorboard/plugins/hparams/plugin_data.proto (experiment = 2, session_start_info = 3, session_end_info = 4) with the
/// messages of api.proto beside it. The values of the metrics are the last ones of the curves with their tags.
/// </summary>
internal static class HyperParameters
{
    private const string Plugin = "hparams";
    private const int TextType = 1; // DataType of api.proto
    private const int SwitchType = 2;
    private const int NumberType = 3;
    private const int Success = 1; // Status of api.proto

    /// <summary>Columns of the table, and this run's values.</summary>
    /// <param name="values">Name and value of each parameter: a string, a bool or a number.</param>
    /// <param name="metricTags">Tags of curves.</param>
    /// <param name="start">When the run began.</param>
    internal static SummaryValue[] Start(IReadOnlyList<(string Name, object Value)> values, IReadOnlyList<string> metricTags, DateTimeOffset start) =>
    [
        SummaryValue.PluginData("_hparams_/experiment", Plugin, new ProtoMessage().Message(2, Experiment(values, metricTags, start))),
        SummaryValue.PluginData("_hparams_/session_start_info", Plugin, new ProtoMessage().Message(3, Session(values, start))),
    ];

    /// <summary>The run came to its end: SessionEndInfo with status = 1, end_time_secs = 2.</summary>
    internal static SummaryValue End(DateTimeOffset end) => SummaryValue.PluginData(
        "_hparams_/session_end_info", Plugin, new ProtoMessage().Message(4, new ProtoMessage().Whole(1, Success).Double(2, EventFile.Seconds(end))));

    /// <summary>Experiment: time_created_secs = 3, hparam_infos = 4, metric_infos = 5.</summary>
    private static ProtoMessage Experiment(IReadOnlyList<(string Name, object Value)> values, IReadOnlyList<string> metricTags, DateTimeOffset start)
    {
        var experiment = new ProtoMessage().Double(3, EventFile.Seconds(start));
        foreach (var (name, value) in values)
        {
            experiment.Message(4, new ProtoMessage().Text(1, name).Whole(4, TypeOf(value))); // HParamInfo: name = 1, type = 4
        }

        foreach (string tag in metricTags)
        {
            experiment.Message(5, new ProtoMessage().Message(1, new ProtoMessage().Text(2, tag))); // MetricInfo: name = 1 with tag = 2
        }

        return experiment;
    }

    /// <summary>SessionStartInfo: hparams = 1 (a map: key = 1, value = 2), start_time_secs = 5.</summary>
    private static ProtoMessage Session(IReadOnlyList<(string Name, object Value)> values, DateTimeOffset start)
    {
        var session = new ProtoMessage();
        foreach (var (name, value) in values)
        {
            session.Message(1, new ProtoMessage().Text(1, name).Message(2, ValueOf(value)));
        }

        return session.Double(5, EventFile.Seconds(start));
    }

    /// <summary>Value of google/protobuf/struct.proto: number_value = 2, string_value = 3, bool_value = 4.</summary>
    private static ProtoMessage ValueOf(object value) => value switch
    {
        string text => new ProtoMessage().Text(3, text),
        bool isOn => new ProtoMessage().Whole(4, isOn ? 1 : 0),
        _ => new ProtoMessage().Double(2, Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static int TypeOf(object value) => value switch { string => TextType, bool => SwitchType, _ => NumberType };
}
