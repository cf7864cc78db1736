using System.Security.Cryptography;
using CareerRecs.ServiceDefaults.Uploads;
using Google.Protobuf;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Tests.Uploads;

public sealed class UploadedFileTests
{
    private static readonly byte[] Sent = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_sent_is_read_from_its_beginning_and_has_no_name_on_disk()
    {
        await using var upload = await UploadedFile.ReceiveAsync(
            new Parts(Sent.Chunk(64)), part => part, Sent.Length, Convert.ToHexStringLower(SHA256.HashData(Sent)), Cancel);

        var path = Assert.IsType<FileStream>(upload.Content).Name;
        Assert.Equal(OperatingSystem.IsWindows(), File.Exists(path));
        var read = new byte[Sent.Length];
        await upload.Content.ReadExactlyAsync(read, Cancel);
        Assert.Equal(Sent, read);
    }

    private sealed class Parts(IEnumerable<byte[]> parts) : IAsyncStreamReader<ByteString>
    {
        private readonly IEnumerator<byte[]> _parts = parts.GetEnumerator();

        public ByteString Current => ByteString.CopyFrom(_parts.Current);

        public Task<bool> MoveNext(CancellationToken cancellationToken) => Task.FromResult(_parts.MoveNext());
    }
}
