using System.Buffers.Binary;
using System.IO.Pipelines;
using Google.Protobuf;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>Writes messages as gRPC frames them: a flag for compression, the length, the bytes.</summary>
internal sealed class FrameWriter(PipeWriter output)
{
    /// <summary>Bytes before each message.</summary>
    public const int PrefixBytes = 5;

    /// <summary>Writes a message; waits while the method has enough to read.</summary>
    /// <exception cref="OperationCanceledException">The method has ended and reads no more.</exception>
    public async ValueTask WriteAsync(IMessage message, CancellationToken cancellationToken)
    {
        WritePrefix(message.CalculateSize());
        message.WriteTo(output);
        var result = await output.FlushAsync(cancellationToken);
        if (result.IsCompleted)
        {
            throw new OperationCanceledException("The method reads no more.");
        }
    }

    private void WritePrefix(int length)
    {
        var prefix = output.GetSpan(PrefixBytes);
        prefix[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(prefix[1..], length);
        output.Advance(PrefixBytes);
    }
}
