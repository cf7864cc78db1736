using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareerRecs.Catalog.V1;
using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace CareerRecs.Client;

/// <summary>
/// The contract's <c>service_config.json</c>: per method a timeout and whether it may be retried. grpc-dotnet has no
/// loader for it and knows no timeouts, so retries go into its <see cref="ServiceConfig"/> and timeouts into
/// <see cref="DeadlineInterceptor"/>.
/// </summary>
internal sealed class ContractServiceConfig
{
    private readonly List<MethodEntry> _entries = [];
    private readonly Dictionary<(string Service, string Method), TimeSpan> _timeouts = [];

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
                config["retryPolicy"]
            );
            _entries.Add(entry);
            if (entry.Timeout is { } limit)
            {
                foreach (var name in entry.Names)
                {
                    _timeouts.Add(name, limit);
                }
            }
        }
    }

    /// <summary>The one that is embedded with the contract.</summary>
    public static ContractServiceConfig Shared { get; } = Load();

    /// <summary>How long a method may take: its own entry, else its service's, else not limited.</summary>
    public TimeSpan? TimeoutOf(string service, string method) =>
        _timeouts.TryGetValue((service, method), out var timeout) || _timeouts.TryGetValue((service, ""), out timeout)
            ? timeout
            : null;

    /// <summary>
    /// Retries and load balancing as grpc-dotnet takes them. A new one each time, as channels may change theirs.
    /// </summary>
    public ServiceConfig ToServiceConfig()
    {
        var config = new ServiceConfig { LoadBalancingConfigs = { new RoundRobinConfig() } };
        foreach (var entry in _entries)
        {
            var method = new MethodConfig { RetryPolicy = entry.Retry is { } retry ? ReadRetry(retry) : null };
            foreach (var (service, name) in entry.Names)
            {
                method.Names.Add(new MethodName { Service = service, Method = name.Length == 0 ? null : name });
            }

            config.MethodConfigs.Add(method);
        }

        return config;
    }

    private static RetryPolicy ReadRetry(JsonNode json)
    {
        var policy = new RetryPolicy
        {
            MaxAttempts = json["maxAttempts"]!.GetValue<int>(),
            InitialBackoff = Seconds(json["initialBackoff"]!),
            MaxBackoff = Seconds(json["maxBackoff"]!),
            BackoffMultiplier = json["backoffMultiplier"]!.GetValue<double>(),
        };
        foreach (var code in json["retryableStatusCodes"]!.AsArray())
        {
            policy.RetryableStatusCodes.Add(
                Enum.Parse<StatusCode>(code!.GetValue<string>().Replace("_", "", StringComparison.Ordinal), ignoreCase: true)
            );
        }

        return policy;
    }

    private static TimeSpan Seconds(JsonNode duration) =>
        TimeSpan.FromSeconds(double.Parse(duration.GetValue<string>().TrimEnd('s'), CultureInfo.InvariantCulture));

    private static ContractServiceConfig Load()
    {
        using var stream =
            typeof(CatalogService).Assembly.GetManifestResourceStream("service_config.json")
            ?? throw new InvalidOperationException("The contract's assembly carries no service_config.json.");
        return new ContractServiceConfig(JsonNode.Parse(stream) ?? throw new JsonException("service_config.json is empty."));
    }

    private sealed record MethodEntry(List<(string Service, string Method)> Names, TimeSpan? Timeout, JsonNode? Retry);
}
