using System.Buffers;
using System.ComponentModel;
using Google.Protobuf;
using Microsoft.Extensions.Caching.Hybrid;

namespace CareerRecs.ServiceDefaults.Caching;

/// <summary>
/// What the cache holds: bytes of a message. Immutable to whoever reads it and marked so, else HybridCache would deserialize it
/// on every hit; it is the reader that gets a message of its own.
/// </summary>
[ImmutableObject(true)]
internal sealed class CachedAnswer(byte[] bytes)
{
    private volatile bool _isMessage;
    private int _isFromOutside;

    /// <summary>The bytes; not to be written to.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>Whether later callers may get it.</summary>
    public bool IsKept { get; private init; } = true;

    /// <summary>Holds an answer as it is now.</summary>
    public static CachedAnswer From<T>(MadeAnswer<T> made)
        where T : IMessage<T> => new(made.Answer.ToByteArray()) { _isMessage = true, IsKept = made.IsKept };

    /// <summary>Holds bytes that another replica put into Redis.</summary>
    public static CachedAnswer FromOutside(ReadOnlySequence<byte> bytes) => new(bytes.ToArray()) { _isFromOutside = 1 };

    /// <summary>Whether the bytes are such a message. Bytes that came from outside are read for it once.</summary>
    public bool Is<T>(MessageParser<T> parser)
        where T : IMessage<T>
    {
        if (_isMessage)
        {
            return true;
        }

        try
        {
            parser.ParseFrom(bytes);
            return _isMessage = true;
        }
        catch (InvalidProtocolBufferException)
        {
            return false;
        }
    }

    /// <summary>True once, for an answer from outside: the caller puts it into the memory of this replica.</summary>
    public bool TryTakeIn() => _isFromOutside == 1 && Interlocked.Exchange(ref _isFromOutside, 0) == 1;
}

internal sealed class CachedAnswerSerializer : IHybridCacheSerializer<CachedAnswer>
{
    public CachedAnswer Deserialize(ReadOnlySequence<byte> source) => CachedAnswer.FromOutside(source);

    public void Serialize(CachedAnswer value, IBufferWriter<byte> target) => target.Write(value.Bytes.Span);
}
