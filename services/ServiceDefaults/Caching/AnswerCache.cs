using CareerRecs.ServiceDefaults.Clients;
using Google.Protobuf;
using Microsoft.Extensions.Caching.Hybrid;

namespace CareerRecs.ServiceDefaults.Caching;

/// <summary>
/// Answers already worked out, in this replica's memory and, where there is one, in a Redis that all replicas share. The key
/// names every version that the answer depends on, so an answer is never stale. Of many callers who miss at once one works it
/// out.
/// </summary>
public sealed class AnswerCache(HybridCache cache, CacheMetrics metrics)
{
    /// <summary>
    /// HybridCache keeps whatever it is given to make. Here the answer itself says whether to keep it, so it is stored apart.
    /// </summary>
    private static readonly HybridCacheEntryOptions ReadOnly = new()
    {
        Flags = HybridCacheEntryFlags.DisableLocalCacheWrite | HybridCacheEntryFlags.DisableDistributedCacheWrite,
    };

    /// <summary>
    /// The answer under <paramref name="key"/> (up to 512 characters), else the one that <paramref name="make"/> gives. Each
    /// caller gets a message of its own.
    /// </summary>
    public async ValueTask<T> GetOrCreateAsync<T>(
        string key,
        MessageParser<T> parser,
        Func<CancellationToken, ValueTask<T>> make,
        CacheLife life,
        CancellationToken cancellationToken
    )
        where T : IMessage<T>
    {
        var answer = await GetOrCreateBytesAsync(
            key,
            parser,
            async token => new MadeAnswer<T>(await make(token), IsKept: true),
            life,
            cancellationToken
        );
        return parser.ParseFrom(answer.Bytes.Span);
    }

    /// <summary>
    /// The answer as the bytes of its message, for callers that only pass them on: to read and write them again would take longer
    /// than all else. An answer that is not to be kept goes to those who wait for it now and to nobody after them.
    /// </summary>
    public async ValueTask<AnswerBytes> GetOrCreateBytesAsync<T>(
        string key,
        MessageParser<T> parser,
        Func<CancellationToken, ValueTask<MadeAnswer<T>>> make,
        CacheLife life,
        CancellationToken cancellationToken
    )
        where T : IMessage<T>
    {
        var request = new Request<T>(make);
        var answer = await cache.GetOrCreateAsync(
            key,
            request,
            static (r, ct) => r.MakeAsync(ct),
            ReadOnly,
            cancellationToken: cancellationToken
        );
        metrics.Answered(request.WasMade);
        if (!answer.Is(parser))
        {
            // Somebody else's bytes under our key. They are not worth failing a request for.
            await cache.RemoveAsync(key, cancellationToken);
            var made = await make(cancellationToken);
            return new AnswerBytes(made.Answer.ToByteArray(), made.IsKept);
        }

        if (request.WasMade && answer.IsKept)
        {
            await cache.SetAsync(key, answer, Entry(key, life, HybridCacheEntryFlags.None), cancellationToken: cancellationToken);
        }
        else if (answer.TryTakeIn())
        {
            await cache.SetAsync(
                key,
                answer,
                Entry(key, life, HybridCacheEntryFlags.DisableDistributedCacheWrite),
                cancellationToken: cancellationToken
            );
        }

        return new AnswerBytes(answer.Bytes, answer.IsKept);
    }

    /// <summary>
    /// Forgets an answer, here and in Redis if that is up. Other replicas forget it when its time in their memory is over.
    /// </summary>
    public ValueTask RemoveAsync(string key, CancellationToken cancellationToken) => cache.RemoveAsync(key, cancellationToken);

    /// <summary>Up to a fifth shorter, by key and process: what was made together does not end together.</summary>
    private static HybridCacheEntryOptions Entry(string key, CacheLife life, HybridCacheEntryFlags flags)
    {
        var fraction = (uint)key.GetHashCode(StringComparison.Ordinal) % 200 / 1000.0;
        return new HybridCacheEntryOptions
        {
            Expiration = life.Redis,
            LocalCacheExpiration = life.Memory * (1 - fraction),
            Flags = flags,
        };
    }

    private sealed class Request<T>(Func<CancellationToken, ValueTask<MadeAnswer<T>>> make)
        where T : IMessage<T>
    {
        // The cache runs us outside of the request's context; what is asked on the way must still go out as the caller.
        private readonly ExecutionContext? _context = ExecutionContext.Capture();

        public bool WasMade { get; private set; }

        public async ValueTask<CachedAnswer> MakeAsync(CancellationToken cancellationToken)
        {
            WasMade = true;
            ValueTask<MadeAnswer<T>> making = default;
            if (_context is null)
            {
                making = make(cancellationToken);
            }
            else
            {
                ExecutionContext.Run(_context, _ => making = MakeForAll(cancellationToken), null);
            }

            return CachedAnswer.From(await making);
        }

        /// <summary>Of many who wait the first may have the least time; the token ends it when nobody waits any more.</summary>
        private ValueTask<MadeAnswer<T>> MakeForAll(CancellationToken cancellationToken)
        {
            CallerDeadline.WorkForMany();
            return make(cancellationToken);
        }
    }
}
