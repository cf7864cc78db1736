using CareerRecs.ServiceDefaults.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>Prints the effective settings of a host, and tries what they name.</summary>
public static class SettingsCheck
{
    private static readonly string[] Secrets = ["CacheKeySecret", "Password", "Secret"];

    /// <summary>
    /// Prints every setting that is made, secrets masked, and with <paramref name="connect"/> a line for each neighbour. 0, or
    /// 69 if one does not answer.
    /// </summary>
    public static async Task<int> RunAsync(
        WebApplicationBuilder builder,
        bool connect,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        foreach (var (name, value) in Effective(builder))
        {
            await output.WriteLineAsync($"{name}={value}");
        }

        var code = 0;
        foreach (var neighbour in connect ? Neighbours.FromSettings(builder.Configuration) : [])
        {
            var problem = await neighbour.FindProblemAsync(cancellationToken);
            await output.WriteLineAsync($"{neighbour.Setting}: {problem ?? "answers"}");
            code = problem is null ? code : ServiceProgram.Unavailable;
        }

        return code;
    }

    /// <summary>The settings that the host reads and that are made, by name.</summary>
    public static IEnumerable<(string Name, string Value)> Effective(WebApplicationBuilder builder) =>
        builder
            .Configuration.AsEnumerable()
            .Where(pair => pair.Value is not null && builder.KnownSettings().FindValueType(pair.Key) is not null)
            .OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
            .Select(pair => (SettingException.NameOf(pair.Key), Show(pair.Key, pair.Value!)));

    private static string Show(string key, string value) =>
        value.Length > 0 && Secrets.Any(secret => key.EndsWith(secret, StringComparison.OrdinalIgnoreCase))
            ? "***"
            : Addresses.Mask(value);
}
