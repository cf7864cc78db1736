using CareerRecs.Catalog.V1;
using CareerRecs.Matching.Storage.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;
using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Snapshots;

/// <summary>
/// Catalog, as far as matching needs it. Calls are made in the background with the service's own token and name the tenant they
/// read for. What our own caller may see comes back as its error; that Catalog refuses us, or fails, is a fault of ours and no
/// outage: <see cref="CatalogFaultException"/>.
/// </summary>
internal sealed partial class CatalogSource(VersionService.VersionServiceClient versions, ILogger<CatalogSource> logger)
{
    /// <summary>Delay that callers are told where a busy Catalog names none.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    /// <summary>The active version of a catalog, as a tenant sees it.</summary>
    public async Task<SnapshotHead> GetActiveAsync(string tenant, string catalog, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await versions.GetActiveVersionAsync(
                new GetActiveVersionRequest { Catalog = catalog },
                For(tenant, cancellationToken)
            );
            return new SnapshotHead { Owner = answer.Owner, Version = answer.Version };
        }
        catch (RpcException e)
        {
            throw Translate(e, catalog);
        }
    }

    /// <summary>A version by its name. FAILED_PRECONDITION for a draft, and for one that is no longer kept.</summary>
    public async Task<SnapshotHead> GetVersionAsync(
        string tenant,
        string owner,
        string version,
        CancellationToken cancellationToken
    )
    {
        var found = await FindVersionAsync(tenant, version, cancellationToken);
        return found.State == CatalogVersion.Types.State.Draft
            ? throw Errors.FailedPrecondition(
                "VERSION_NOT_ACTIVATED",
                $"{version} is a draft. Activate it to have answers from it."
            )
            : new SnapshotHead { Owner = owner, Version = found };
    }

    /// <summary>The record of a version of any state.</summary>
    public async Task<CatalogVersion> FindVersionAsync(string tenant, string version, CancellationToken cancellationToken)
    {
        try
        {
            return (
                await versions.GetVersionAsync(new GetVersionRequest { Name = version }, For(tenant, cancellationToken))
            ).Version;
        }
        catch (RpcException e)
        {
            throw Translate(e, version);
        }
    }

    /// <summary>Names of the catalogs with an active version that a tenant sees, in order.</summary>
    public async Task<IReadOnlyList<string>> ListActiveAsync(string tenant, CancellationToken cancellationToken)
    {
        const string all = "catalogs/-";
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var request = new ListVersionsRequest { Catalog = all, PageSize = 100 };
        try
        {
            do
            {
                var page = await versions.ListVersionsAsync(request, For(tenant, cancellationToken));
                names.UnionWith(
                    page.Versions.Where(v => v.State == CatalogVersion.Types.State.Active)
                        .Select(v => ResourceName.CatalogOf(v.Name))
                );
                request.PageToken = page.NextPageToken;
            } while (request.PageToken.Length > 0);
        }
        catch (RpcException e)
        {
            throw Translate(e, all);
        }

        return [.. names];
    }

    /// <summary>The bytes of a version, checked against its digest.</summary>
    public async Task<byte[]> StreamAsync(string tenant, SnapshotHead head, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        try
        {
            using var call = versions.StreamVersion(
                new StreamVersionRequest { Name = head.Version.Name },
                For(tenant, cancellationToken)
            );
            await foreach (var part in call.ResponseStream.ReadAllAsync(cancellationToken))
            {
                if (part.PartCase == StreamVersionResponse.PartOneofCase.Data)
                {
                    part.Data.WriteTo(bytes);
                }
            }
        }
        catch (RpcException e)
        {
            throw Translate(e, head.Version.Name);
        }

        var whole = bytes.ToArray();
        return EntryStream.Digest(whole) == head.Version.Digest ? whole : throw new DigestMismatchException(head.Version.Name);
    }

    private static CallOptions For(string tenant, CancellationToken cancellationToken) =>
        new(new Metadata { { CallerContext.TenantHeader, tenant } }, cancellationToken: cancellationToken);

    private Exception Translate(RpcException e, string name) =>
        e.StatusCode switch
        {
            StatusCode.NotFound => Errors.NotFound(name, "ListVersions of `catalogs/-` names what there is."),
            StatusCode.FailedPrecondition when e.GetRpcStatus() is { } status => status.ToRpcException(),
            StatusCode.Aborted => Errors.Aborted(name),
            StatusCode.FailedPrecondition => Errors.FailedPrecondition("VERSION_NOT_KEPT", e.Status.Detail),
            StatusCode.ResourceExhausted => Busy(e, name),
            // Cancelled is what a call is when this host stops.
            StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled => NoAnswer(e, name),
            _ => new CatalogFaultException(name, e),
        };

    private RpcException Busy(RpcException e, string name)
    {
        LogNoAnswer(name, e.StatusCode, e.Status.Detail);
        var wait = e.GetRpcStatus()?.GetDetail<RetryInfo>()?.RetryDelay?.ToTimeSpan() ?? RetryAfter;
        return Errors.ResourceExhausted(
            $"The catalog service has too many calls in progress, and no copy of {name} is here. Send this one again in "
                + $"{wait.TotalSeconds:0} seconds.",
            wait
        );
    }

    private RpcException NoAnswer(RpcException e, string name)
    {
        if (e.StatusCode != StatusCode.Cancelled)
        {
            LogNoAnswer(name, e.StatusCode, e.Status.Detail);
        }
        return Errors.Unavailable(
            "CATALOG_UNAVAILABLE",
            $"The catalog service does not answer, and no copy of {name} is here. Try again shortly."
        );
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The catalog service did not answer about {Name}: {Status}, {Detail}")]
    private partial void LogNoAnswer(string name, StatusCode status, string detail);
}

/// <summary>
/// Catalog answered, but with an error that no caller of ours brought about, such as a token of ours that it refuses.
/// </summary>
public sealed class CatalogFaultException(string name, RpcException error)
    : Exception($"The catalog service answered {error.StatusCode} when asked about {name}.", error);

/// <summary>The bytes that came for a version are not those that its digest was taken of. Nothing of them is used.</summary>
public sealed class DigestMismatchException(string version) : Exception($"The bytes of {version} do not have its digest.");
