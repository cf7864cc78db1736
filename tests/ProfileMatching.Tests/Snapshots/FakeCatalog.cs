using System.Collections.Concurrent;
using CareerRecs.Catalog.V1;
using CareerRecs.Client;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ProfileMatching.Tests.Snapshots;

/// <summary>A Catalog in this process that does what a test says: is down, damages bytes, holds them back.</summary>
internal sealed class FakeCatalog : VersionService.VersionServiceBase, IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string Owner, string Version), (CatalogVersion Version, byte[] Bytes)> _versions =
        new();
    private readonly ConcurrentDictionary<(string Owner, string Catalog), CatalogVersion> _active = new();
    private readonly TaskCompletionSource _firstStream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication? _app;
    private CareerRecsClient? _client;
    private long _revision;
    private int _asked;
    private int _streamed;

    public bool IsDown { get; set; }

    /// <summary>The status that every call ends with, unless it is OK.</summary>
    public StatusCode Fault { get; set; }

    public bool DamagesBytes { get; set; }

    /// <summary>Streams wait for this.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Ends when somebody first asks for a stream.</summary>
    public Task FirstStream => _firstStream.Task;

    /// <summary>How often somebody asked what is active.</summary>
    public int Asked => _asked;

    /// <summary>How often a version was sent.</summary>
    public int Streamed => _streamed;

    public VersionService.VersionServiceClient Client => _client!.Versions;

    public static async Task<FakeCatalog> StartAsync()
    {
        var catalog = new FakeCatalog();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(catalog);
        catalog._app = builder.Build();
        catalog._app.MapGrpcService<FakeCatalog>();
        await catalog._app.StartAsync(TestContext.Current.CancellationToken);
        catalog._client = new CareerRecsClient(
            new CareerRecsClientOptions
            {
                Address = new Uri("http://localhost"),
                HttpHandler = catalog._app.GetTestServer().CreateHandler(),
            }
        );
        return catalog;
    }

    /// <summary>Makes a version with some roles the active one of its catalog.</summary>
    public CatalogVersion Publish(string owner, string name, params string[] roles) =>
        Publish(
            owner,
            name,
            roles.Select(title => new CatalogEntry
            {
                Role = new Role { Name = $"{ResourceName.CatalogOf(name)}/roles/{title.ToLowerInvariant()}", Title = title },
            })
        );

    /// <summary>Makes a version with these entries the active one of its catalog.</summary>
    public CatalogVersion Publish(string owner, string name, IEnumerable<CatalogEntry> entries)
    {
        var catalogName = ResourceName.CatalogOf(name);
        var all = entries.ToList();
        var bytes = EntryStream.Write(all);
        var version = new CatalogVersion
        {
            Name = name,
            State = CatalogVersion.Types.State.Active,
            Digest = EntryStream.Digest(bytes),
            SizeBytes = bytes.Length,
            RoleCount = all.Count(e => e.Role is not null),
            Revision = ++_revision,
        };
        _versions[(owner, name)] = (version, bytes);
        _active[(owner, catalogName)] = version;
        return version;
    }

    public override Task<GetActiveVersionResponse> GetActiveVersion(GetActiveVersionRequest request, ServerCallContext context)
    {
        Interlocked.Increment(ref _asked);
        RequireUp();
        var owner = OwnerOf(request.Catalog, context);
        return Task.FromResult(new GetActiveVersionResponse { Owner = owner, Version = _active[(owner, request.Catalog)] });
    }

    public override Task<GetVersionResponse> GetVersion(GetVersionRequest request, ServerCallContext context)
    {
        RequireUp();
        return Task.FromResult(new GetVersionResponse { Version = Find(request.Name, context).Version });
    }

    public override Task<ListVersionsResponse> ListVersions(ListVersionsRequest request, ServerCallContext context)
    {
        RequireUp();
        var tenant = TenantOf(context);
        var seen = _versions.Where(v => v.Key.Owner == tenant || v.Key.Owner == Owners.Shared).Select(v => v.Value.Version);
        return Task.FromResult(new ListVersionsResponse { Versions = { seen.OrderBy(v => v.Name, StringComparer.Ordinal) } });
    }

    public override async Task StreamVersion(
        StreamVersionRequest request,
        IServerStreamWriter<StreamVersionResponse> responseStream,
        ServerCallContext context
    )
    {
        Interlocked.Increment(ref _streamed);
        _firstStream.TrySetResult();
        RequireUp();
        await Gate.WaitAsync(context.CancellationToken);
        var (version, bytes) = Find(request.Name, context);
        await responseStream.WriteAsync(new StreamVersionResponse { Version = version }, context.CancellationToken);
        var half = bytes.Length / 2;
        await responseStream.WriteAsync(
            new StreamVersionResponse { Data = ByteString.CopyFrom(bytes.AsSpan(0, half)) },
            context.CancellationToken
        );
        if (DamagesBytes)
        {
            return;
        }
        await responseStream.WriteAsync(
            new StreamVersionResponse { Data = ByteString.CopyFrom(bytes.AsSpan(half)) },
            context.CancellationToken
        );
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private (CatalogVersion Version, byte[] Bytes) Find(string name, ServerCallContext context)
    {
        var owner = OwnerOf(ResourceName.CatalogOf(name), context);
        if (name.EndsWith("/ancient", StringComparison.Ordinal))
        {
            throw Errors.FailedPrecondition("VERSION_NOT_KEPT", "Only the last 10 versions are kept.");
        }
        return _versions.TryGetValue((owner, name), out var found) ? found : throw Errors.NotFound(name, "");
    }

    private string OwnerOf(string catalogName, ServerCallContext context)
    {
        var tenant = TenantOf(context);
        if (_active.ContainsKey((tenant, catalogName)))
        {
            return tenant;
        }
        return _active.ContainsKey((Owners.Shared, catalogName)) ? Owners.Shared : throw Errors.NotFound(catalogName, "");
    }

    private static string TenantOf(ServerCallContext context) =>
        context.RequestHeaders.GetValue(CallerContext.TenantHeader) ?? "";

    private void RequireUp()
    {
        if (Fault != StatusCode.OK)
        {
            throw new RpcException(new Status(Fault, "a fault"));
        }
        if (IsDown)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "down"));
        }
    }
}
