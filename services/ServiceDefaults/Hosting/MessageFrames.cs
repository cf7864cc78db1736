using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Pipelines;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>
/// The frames of messages in a body by gRPC. gRPC takes each message out of the body as soon as it is whole, so what is read
/// begins with a frame. Broken frames are found here: gRPC takes them for a fault of the host.
/// </summary>
/// <param name="isStream">Whether the method takes any number of messages; otherwise one.</param>
/// <param name="mostBytes">Most bytes of the first message.</param>
/// <param name="encoding">The header <c>grpc-encoding</c>; empty if there is none.</param>
internal sealed class MessageFrames(bool isStream, int mostBytes, string encoding)
{
    /// <summary>Before each message: whether it is compressed, and its length.</summary>
    private const int PrefixBytes = 5;

    private SequencePosition _start;
    private bool _isMessageTaken;

    /// <summary>Bytes of the first message, as announced; null before.</summary>
    public long? FirstLength { get; private set; }

    /// <summary>The refusal of binary metadata that cannot be decoded, or null.</summary>
    public static RpcException? FindFault(IHeaderDictionary headers)
    {
        foreach (var (name, value) in headers)
        {
            if (name.EndsWith("-bin", StringComparison.OrdinalIgnoreCase) && !IsBase64(value.ToString()))
            {
                return Errors.Errors.MalformedMessage($"its header {name} is not base64");
            }
        }
        return null;
    }

    /// <summary>Looks at what was read and not taken yet; the refusal of a broken frame, or null.</summary>
    public RpcException? FindFault(in ReadResult result)
    {
        _start = result.Buffer.Start;
        var length = result.Buffer.Length;
        if (!isStream && _isMessageTaken)
        {
            return length > 0 ? Errors.Errors.MalformedMessage("more than one message was sent") : null;
        }
        if (length < PrefixBytes)
        {
            return result.IsCompleted && (length > 0 || !isStream) ? CutOff() : null;
        }

        Span<byte> prefix = stackalloc byte[PrefixBytes];
        result.Buffer.Slice(0, PrefixBytes).CopyTo(prefix);
        long announced = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        var most = FirstLength is null ? mostBytes : RequestSize.Largest;
        FirstLength ??= announced;
        return prefix[0] > 1 ? Errors.Errors.MalformedMessage("its first byte is neither 0 nor 1")
            : prefix[0] == 1 && encoding is "" or "identity"
                ? Errors.Errors.MalformedMessage("it is marked as compressed, and no header grpc-encoding says how")
            : announced > most ? Errors.Errors.TooLarge(most)
            : result.IsCompleted && length - PrefixBytes < announced ? CutOff()
            : null;
    }

    /// <summary>Notes how far gRPC has taken messages out of what was read.</summary>
    public void NoteTaken(SequencePosition consumed) => _isMessageTaken |= !consumed.Equals(_start);

    /// <summary>Padding may be left out.</summary>
    private static bool IsBase64(string text) => Base64.IsValid(text + new string('=', -text.Length & 3));

    private static RpcException CutOff() => Errors.Errors.MalformedMessage("it ends before its message does");
}
