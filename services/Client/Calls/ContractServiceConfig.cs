using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareerRecs.Catalog.V1;
using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace CareerRecs.Client.Calls;

/// <summary>
/// The contract's <c>service_config.json</c>: per method a timeout and whether it may be retried. grpc-dotnet has no
/// loader for it and knows no timeouts, so retries go into its <see cref="ServiceConfig"/> and timeouts into
/// <see cref="DeadlineInterceptor"/>.
/// </summary>
internal sealed class ContractServiceConfig
{
    private readonly List<MethodEntry> _entries = [];
    private readonly Dictionary<(string Service, string Method), TimeSpan> _timeouts = [];
    private readonly Dictionary<(string Service, string Method), bool> _retries = [];

    private ContractServiceConfig(JsonNode json)
    {
        foreach (var config in json["methodConfig"]!.AsArray())
        {
            var entry = new MethodEntry(
                [
                    .. config!["name"]!
                        .AsArray()
                        .Select(n => (n!["service"]!.GetValue<string>(), n["method"]?.GetValue<string>() ?? "")),
                ],
                config["timeout"] is { } timeout ? Seconds(timeout) : null,
                config["retryPolicy"] is { } retry ? ReadRetry(retry) : null
            );
            _entries.Add(entry);
            foreach (var name in entry.Names)
            {
                _retries.Add(name, entry.Retry is not null && !RepeatableRequests.DecideFor(name.Service, name.Method));
                if (entry.Timeout is { } limit)
                {
                    _timeouts.Add(name, limit);
                }
            }
        }
        Retry = _entries.Select(entry => entry.Retry).OfType<ContractRetry>().First();
    }

    /// <summary>The one that is embedded with the contract.</summary>
    public static ContractServiceConfig Shared { get; } = Load();

    /// <summary>How calls that may be repeated are.</summary>
    public ContractRetry Retry { get; }

    /// <summary>Whether the channel repeats calls of a method: as its own entry says, else its service's.</summary>
    public bool Retries(string service, string method) =>
        (_retries.TryGetValue((service, method), out var retries) || _retries.TryGetValue((service, ""), out retries)) && retries;

    /// <summary>How long a method may take: its own entry, else its service's, else not limited.</summary>
    public TimeSpan? TimeoutOf(string service, string method) =>
        _timeouts.TryGetValue((service, method), out var timeout) || _timeouts.TryGetValue((service, ""), out timeout)
            ? timeout
            : null;

    /// <summary>
    /// Retries as grpc-dotnet takes them. A new one each time, as channels may change theirs.
    /// </summary>
    public ServiceConfig ToServiceConfig()
    {
        var config = new ServiceConfig();
        foreach (var entry in _entries)
        {
            var method = new MethodConfig { RetryPolicy = entry.Retry?.ToPolicy() };
            foreach (var (service, name) in entry.Names.Where(n => !RepeatableRequests.DecideFor(n.Service, n.Method)))
            {
                method.Names.Add(new MethodName { Service = service, Method = name.Length == 0 ? null : name });
            }
            if (method.Names.Count > 0)
            {
                config.MethodConfigs.Add(method);
            }
        }

        return config;
    }

    private static ContractRetry ReadRetry(JsonNode json) =>
        new(
            json["maxAttempts"]!.GetValue<int>(),
            Seconds(json["initialBackoff"]!),
            Seconds(json["maxBackoff"]!),
            json["backoffMultiplier"]!.GetValue<double>(),
            [
                .. json["retryableStatusCodes"]!
                    .AsArray()
                    .Select(code => code!.GetValue<string>().Replace("_", "", StringComparison.Ordinal))
                    .Select(name => Enum.Parse<StatusCode>(name, ignoreCase: true)),
            ]
        );

    private static TimeSpan Seconds(JsonNode duration) =>
        TimeSpan.FromSeconds(double.Parse(duration.GetValue<string>().TrimEnd('s'), CultureInfo.InvariantCulture));

    private static ContractServiceConfig Load()
    {
        using var stream =
            typeof(CatalogService).Assembly.GetManifestResourceStream("service_config.json")
            ?? throw new InvalidOperationException("The contract's assembly carries no service_config.json.");
        return new ContractServiceConfig(JsonNode.Parse(stream) ?? throw new JsonException("service_config.json is empty."));
    }

    private sealed record MethodEntry(List<(string Service, string Method)> Names, TimeSpan? Timeout, ContractRetry? Retry);
}
