namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>Metadata of an endpoint that passes its body on as it arrives and never holds it whole.</summary>
public sealed class StreamedBody
{
    /// <summary>The only instance.</summary>
    public static StreamedBody Instance { get; } = new();
}
