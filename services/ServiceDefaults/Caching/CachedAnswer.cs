using System.Buffers;
using System.ComponentModel;
using Google.Protobuf;
using Microsoft.Extensions.Caching.Hybrid;

namespace CareerRecs.ServiceDefaults.Caching;

/// <summary>
/// What the cache holds: bytes of a message. Immutable to whoever reads it and marked so, else HybridCache would deserialize it on
/// every hit; it is the reader that gets a message of its own.
/// </summary>
[ImmutableObject(true)]
internal sealed class CachedAnswer(byte[] bytes)
{
    private volatile bool _isMessage;

    /// <summary>Holds the message as it is now.</summary>
    public static CachedAnswer Of(IMessage message) => new(message.ToByteArray()) { _isMessage = true };

    /// <summary>The bytes; not to be written to.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>Whether the bytes are such a message. Bytes that came from outside are read for it once.</summary>
    public bool Is<T>(MessageParser<T> parser) where T : IMessage<T>
    {
        if (_isMessage) return true;
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
}

internal sealed class CachedAnswerSerializer : IHybridCacheSerializer<CachedAnswer>
{
    public CachedAnswer Deserialize(ReadOnlySequence<byte> source) => new(source.ToArray());

    public void Serialize(CachedAnswer value, IBufferWriter<byte> target) => target.Write(value.Bytes.Span);
}
