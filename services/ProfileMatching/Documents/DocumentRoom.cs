using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Hosting;

namespace CareerRecs.ProfileMatching.Documents;

/// <summary>
/// The room that documents have in this host, apart from other calls: so many bytes, beyond which they are refused, and so many
/// places to be read in, for which those admitted wait. A tenant gets half of the bytes and all places but one, so that its
/// documents, however slow, leave room for those of others.
/// </summary>
internal sealed class DocumentRoom(DocumentOptions options, DocumentMetrics metrics) : IDisposable
{
    /// <summary>Even a small document may be slow, so it counts for no less: that bounds how many wait.</summary>
    private const int LeastBytes = 64 << 10;

    private readonly TenantShares _bytes = new(options.AdmittedBytes, options.AdmittedBytes / 2);
    private readonly TenantShares _places = new(options.Workers, Math.Max(1, options.Workers - 1), waits: true);

    /// <summary>
    /// Waits for a place; disposing the result gives place and bytes back. RESOURCE_EXHAUSTED where there is no room to wait in.
    /// </summary>
    public async ValueTask<IDisposable> EnterAsync(string tenant, int bytes, CancellationToken cancellationToken)
    {
        var counted = Math.Max(bytes, LeastBytes);
        if (_bytes.TryTake(tenant, counted) is not { } admitted)
        {
            metrics.Refused();
            throw Errors.ResourceExhausted(
                $"Too many documents are being read here. Send this one again in {options.ReadingTime.TotalSeconds:0.#} seconds.",
                options.ReadingTime
            );
        }

        metrics.Admitted(counted);
        metrics.Waiting(1);
        try
        {
            return new Place(this, counted, admitted, await _places.WaitAsync(tenant, cancellationToken));
        }
        catch
        {
            Leave(counted, admitted);
            throw;
        }
        finally
        {
            metrics.Waiting(-1);
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _bytes.Dispose();
    }

    private void Leave(int counted, IDisposable admitted)
    {
        admitted.Dispose();
        metrics.Admitted(-counted);
    }

    private sealed class Place(DocumentRoom room, int counted, IDisposable admitted, IDisposable place) : IDisposable
    {
        public void Dispose()
        {
            place.Dispose();
            room.Leave(counted, admitted);
        }
    }
}
