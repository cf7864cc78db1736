using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareerRecs.Cli.Rendering;

/// <summary>Protobuf JSON of messages, with error details of google.rpc spelled out.</summary>
public static class JsonText
{
    private static readonly TypeRegistry ErrorDetails = TypeRegistry.FromFiles(
        Google.Rpc.ErrorDetailsReflection.Descriptor,
        Google.Protobuf.WellKnownTypes.AnyReflection.Descriptor
    );

    private static readonly JsonFormatter CompactFormatter = new(JsonFormatter.Settings.Default.WithTypeRegistry(ErrorDetails));

    private static readonly JsonFormatter PrettyFormatter = new(
        JsonFormatter.Settings.Default.WithTypeRegistry(ErrorDetails).WithIndentation()
    );

    /// <summary>On one line.</summary>
    public static string Compact(IMessage message) => CompactFormatter.Format(message);

    /// <summary>Indented, for reading.</summary>
    public static string Pretty(IMessage message) => PrettyFormatter.Format(message);
}
