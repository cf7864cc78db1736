using Google.Protobuf;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>Writes a file as the messages of an upload: the header first, then the chunks.</summary>
internal static class FileMessages
{
    /// <summary>Most bytes of a chunk, as the contract limits it.</summary>
    private const int ChunkBytes = 64 << 10;

    /// <summary>Writes the header.</summary>
    public static ValueTask WriteHeaderAsync(
        FrameWriter frames,
        UploadRoute route,
        IMessage header,
        CancellationToken cancellationToken
    )
    {
        var message = route.CreateMessage();
        route.Header!.Accessor.SetValue(message, header);
        return frames.WriteAsync(message, cancellationToken);
    }

    /// <summary>Writes the file as it arrives.</summary>
    public static async Task WriteChunksAsync(
        FrameWriter frames,
        UploadRoute route,
        Stream file,
        CancellationToken cancellationToken
    )
    {
        var buffer = new byte[ChunkBytes];
        var message = route.CreateMessage();
        int read;
        while ((read = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            // The frame is a copy, so the buffer may be used again.
            route.Chunk!.Accessor.SetValue(message, UnsafeByteOperations.UnsafeWrap(buffer.AsMemory(0, read)));
            await frames.WriteAsync(message, cancellationToken);
        }
    }
}
