using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace CareerRecs.ServiceDefaults.Telemetry;

/// <summary>
/// What the frameworks say of each call, query and connection is left out unless it is a warning: it takes several times as long
/// as an answer and tells nothing that the metrics do not.
/// </summary>
internal static class QuietLogging
{
    private static readonly string[] Talkative =
    [
        "Microsoft.AspNetCore",
        "Microsoft.EntityFrameworkCore",
        "Grpc",
        "System.Net.Http",
        "Yarp",
    ];

    /// <summary>
    /// Puts the defaults before everything that was configured, so that any setting wins: <c>Logging:LogLevel:Grpc</c>.
    /// </summary>
    public static void AddQuietLogging(this WebApplicationBuilder builder) =>
        builder.Configuration.Sources.Insert(
            0,
            new MemoryConfigurationSource
            {
                InitialData = Talkative.ToDictionary(c => $"Logging:LogLevel:{c}", string? (_) => "Warning"),
            }
        );
}
