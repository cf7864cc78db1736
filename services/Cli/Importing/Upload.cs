using Google.Protobuf;
using Grpc.Core;

namespace CareerRecs.Cli.Importing;

/// <summary>The messages that carry a file: a header, then its bytes in chunks.</summary>
/// <param name="Header">The first message.</param>
/// <param name="FromChunk">Makes the message of a chunk.</param>
public sealed record UploadMessages<TRequest>(TRequest Header, Func<ByteString, TRequest> FromChunk);

/// <summary>Sends a file as a header and chunks of at most 64 KiB.</summary>
public static class Upload
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>
    /// Sends the file and gives the answer. Where the server ends the call early, its reason is what is thrown.
    /// </summary>
    public static async Task<TResponse> SendAsync<TRequest, TResponse>(
        AsyncClientStreamingCall<TRequest, TResponse> call,
        UploadMessages<TRequest> messages,
        SourceFile file,
        IProgress<(long Done, long? Total)> progress,
        CancellationToken cancellationToken
    )
    {
        using (call)
        {
            try
            {
                await call.RequestStream.WriteAsync(messages.Header, cancellationToken);
                await using var stream = File.OpenRead(file.Path);
                long sent = 0;
                while (true)
                {
                    // The message keeps the bytes until it is written, so each chunk is an array of its own.
                    var buffer = new byte[ChunkBytes];
                    var read = await stream.ReadAtLeastAsync(buffer, ChunkBytes, throwOnEndOfStream: false, cancellationToken);
                    if (read == 0)
                    {
                        break;
                    }

                    await call.RequestStream.WriteAsync(
                        messages.FromChunk(UnsafeByteOperations.UnsafeWrap(buffer.AsMemory(0, read))),
                        cancellationToken
                    );
                    progress.Report((sent += read, file.Size));
                }
                await call.RequestStream.CompleteAsync();
            }
            catch (Exception e)
                when (e is InvalidOperationException or RpcException && !cancellationToken.IsCancellationRequested)
            {
                // The server has ended the call; the response below says why.
            }
            return await call.ResponseAsync;
        }
    }
}
