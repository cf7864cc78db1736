namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>
/// Units of a host's capacity, in use by the calls in progress. A tenant gets half of them, so that no other is locked out, and
/// batches of all tenants get half, so that people at a screen are answered meanwhile.
/// </summary>
internal sealed class CallShares(int units) : IDisposable
{
    private readonly TenantShares _all = new(units, Math.Max(1, units / 2));
    private readonly TenantShares _batch = new(Math.Max(1, units / 2), Math.Max(1, units / 4));

    /// <summary>Takes the most that a call may need; null if that much is not free.</summary>
    public AdmittedCall? TryTake(string tenant, CallCost cost)
    {
        var call = new AdmittedCall(cost);
        // In pieces of 1, 1, 2, 4, ... so that any number of units can be given back.
        for (var (piece, taken) = (1, 0); taken < cost.Most; piece = taken)
        {
            if (!TryTakePiece(call, tenant, cost, piece))
            {
                call.Dispose();
                return null;
            }
            taken += piece;
        }
        return call;
    }

    public void Dispose()
    {
        _all.Dispose();
        _batch.Dispose();
    }

    private bool TryTakePiece(AdmittedCall call, string tenant, CallCost cost, int piece)
    {
        IDisposable? inBatch = null;
        if (cost.IsBatch && (inBatch = _batch.TryTake(tenant, piece)) is null)
        {
            return false;
        }
        if (_all.TryTake(tenant, piece) is not { } inAll)
        {
            inBatch?.Dispose();
            return false;
        }
        call.Add(piece, inAll, inBatch);
        return true;
    }
}

/// <summary>The units that one call has, until it is answered.</summary>
internal sealed class AdmittedCall(CallCost cost) : IDisposable
{
    private readonly List<(int Units, IDisposable InAll, IDisposable? InBatch)> _pieces = [];

    /// <summary>Units that the call has.</summary>
    public int Units => _pieces.Sum(piece => piece.Units);

    /// <summary>Gives back what a request of so many bytes does not need.</summary>
    public void Settle(long bytes)
    {
        var spare = Units - cost.UnitsFor(bytes);
        for (var i = _pieces.Count - 1; i > 0; i--)
        {
            if (_pieces[i].Units <= spare)
            {
                spare -= _pieces[i].Units;
                Free(_pieces[i]);
                _pieces.RemoveAt(i);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _pieces.ForEach(Free);
        _pieces.Clear();
    }

    internal void Add(int units, IDisposable inAll, IDisposable? inBatch) => _pieces.Add((units, inAll, inBatch));

    private static void Free((int Units, IDisposable InAll, IDisposable? InBatch) piece)
    {
        piece.InAll.Dispose();
        piece.InBatch?.Dispose();
    }
}
