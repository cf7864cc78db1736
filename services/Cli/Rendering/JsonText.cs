using CareerRecs.Catalog.V1;
using CareerRecs.Salary.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareerRecs.Cli.Rendering;

/// <summary>Protobuf JSON of messages, with details of errors and results of operations spelled out.</summary>
public static class JsonText
{
    private static readonly TypeRegistry Types = TypeRegistry.FromFiles(
        Google.Rpc.ErrorDetailsReflection.Descriptor,
        VersionServiceReflection.Descriptor,
        SalaryServiceReflection.Descriptor,
        TrainingServiceReflection.Descriptor,
        Google.Protobuf.WellKnownTypes.AnyReflection.Descriptor
    );

    private static readonly JsonFormatter CompactFormatter = new(JsonFormatter.Settings.Default.WithTypeRegistry(Types));

    private static readonly JsonFormatter PrettyFormatter = new(
        JsonFormatter.Settings.Default.WithTypeRegistry(Types).WithIndentation()
    );

    /// <summary>On one line.</summary>
    public static string Compact(IMessage message) => CompactFormatter.Format(message);

    /// <summary>Indented, for reading.</summary>
    public static string Pretty(IMessage message) => PrettyFormatter.Format(message);
}
