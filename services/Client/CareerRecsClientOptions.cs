using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;

namespace CareerRecs.Client;

/// <summary>Where CareerRecs is and how to call it. One address is enough where one host serves all three services.</summary>
public sealed class CareerRecsClientOptions
{
    /// <summary>The address of every service that has none of its own: <c>http://host:port</c>, <c>https://...</c>,
    /// <c>dns:///host:port</c>, which finds every replica behind a headless Kubernetes Service, or a list of replicas,
    /// <c>ipv4:10.0.0.1:8080,10.0.0.2:8080</c>.</summary>
    public Uri? Address { get; set; }

    /// <summary>The address of Catalog.</summary>
    public Uri? CatalogAddress { get; set; }

    /// <summary>The address of ProfileMatching.</summary>
    public Uri? MatchingAddress { get; set; }

    /// <summary>The address of SalaryEstimate.</summary>
    public Uri? SalaryAddress { get; set; }

    /// <summary>Gives the bearer token of each call; null sends none.</summary>
    public Func<CancellationToken, ValueTask<string?>>? BearerToken { get; set; }

    /// <summary>Purpose of the calls: metadata <c>careerrecs-purpose</c> of each that states none. A tenant that requires
    /// consent answers questions about a stored profile only if the person consented to it. Null: <c>career-advice</c>, the
    /// service's default.</summary>
    public string? Purpose { get; set; }

    /// <summary>Gives the deadline of the call that is being answered meanwhile, UTC: calls made then end no later, whatever
    /// their own deadline. Null, or one that gives null: each call has its own or the contract's alone. For servers that pass
    /// calls on.</summary>
    public Func<DateTime?>? CallerDeadline { get; set; }

    /// <summary>The shortest timeout of a call without a deadline: a shorter one of the contract is raised to it. Default: zero,
    /// the contract's timeouts alone. For servers that load a catalog only when it is first asked for.</summary>
    public TimeSpan LeastTimeout { get; set; }

    /// <summary>Speak TLS to <c>dns:///</c> and <c>ipv4:</c> addresses. Default: plain HTTP/2, as inside a cluster.</summary>
    public bool UseTls { get; set; }

    /// <summary>How often <c>dns:///</c> addresses are looked up again, to find new replicas. Default: 15 seconds.</summary>
    public TimeSpan DnsRefresh { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a connection may be silent before a ping asks whether the other side is there. Default: 30 seconds.
    /// </summary>
    public TimeSpan KeepAliveDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a ping may stay unanswered before the connection is given up. Default: 10 seconds.</summary>
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait before a lost server is tried again. Default: 5 seconds; gRPC's own two minutes would keep
    /// a client away from a server that has long been back.</summary>
    public TimeSpan MaxReconnectBackoff { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The largest answer taken, in bytes. Default: 64 MiB, a page of 1,000 whole roles.</summary>
    public int MaxReceiveMessageSize { get; set; } = 64 * 1024 * 1024;

    /// <summary>Added to every call, the first outermost; all run before the deadline is set.</summary>
    public IList<Interceptor> Interceptors { get; } = [];

    /// <summary>Replaces the network, for servers in the same process. Load balancing is then off.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Replaces the channels to all services, for tests; addresses are then not needed.</summary>
    public CallInvoker? CallInvoker { get; set; }

    /// <summary>Takes the client's log. Default: none.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock by which deadlines are set.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
