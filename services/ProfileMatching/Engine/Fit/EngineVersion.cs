using CareerRecs.ServiceDefaults.Health;

namespace CareerRecs.ProfileMatching.Engine.Fit;

/// <summary>Version of the engine that answers name and that keys of cached answers depend on.</summary>
internal static class EngineVersion
{
    /// <summary>The build, the version of the fit's parameters, and the digest of all parameter files.</summary>
    public static string Current { get; } = $"{Build.Version}/{FitParameters.Shipped.Version}-{ParameterFiles.Digest}";
}
