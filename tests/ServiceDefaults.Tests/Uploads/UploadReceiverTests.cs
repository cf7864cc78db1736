using System.Security.Cryptography;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Uploads;
using CareerRecs.Testing;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.ServiceDefaults.Tests.Uploads;

public sealed class UploadReceiverTests : IDisposable
{
    private static readonly byte[] Sent = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    private readonly string _folder = Directory.CreateTempSubdirectory("careerrecs-uploads-").FullName;

    private static AnnouncedFile Announced => new(Sent.Length, Convert.ToHexStringLower(SHA256.HashData(Sent)), 1 << 20);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_sent_is_read_from_its_beginning_and_has_no_name_in_the_folder_told()
    {
        await using var upload = await ReceiveAsync(Receiver(1));

        Assert.Equal(_folder, Path.GetDirectoryName(upload.Path));
        Assert.Equal(OperatingSystem.IsWindows(), File.Exists(upload.Path));
        Assert.Equal((Sent.Length, 0), (upload.SizeBytes, upload.BytesRead));
        var read = new byte[Sent.Length];
        await upload.Content.ReadExactlyAsync(read.AsMemory(0, 400), Cancel);
        Assert.Equal(400, upload.BytesRead);
        upload.Content.ReadExactly(read.AsSpan(400));
        Assert.Equal(Sent, read);
        Assert.Equal(Sent.Length, upload.BytesRead);
        upload.Content.Position = 0;
        upload.Content.CopyTo(Stream.Null);
        Assert.Equal(Sent.Length, upload.BytesRead);
    }

    [Fact]
    public async Task Beyond_its_places_a_tenant_is_refused_unread_until_another_file_is_done_with()
    {
        using var receiver = Receiver(3);
        var first = await ReceiveAsync(receiver);
        await using var second = await ReceiveAsync(receiver);
        var parts = new Parts(Sent.Chunk(64));

        var refused = await Assert.ThrowsAsync<RpcException>(() => ReceiveAsync(receiver, parts));

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.True(refused.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.Seconds > 0);
        Assert.Equal(0, parts.Taken);
        await using (await ReceiveAsync(receiver, tenant: "bob"))
        {
            await Assert.ThrowsAsync<RpcException>(() => ReceiveAsync(receiver, tenant: "carol"));
        }
        await first.DisposeAsync();
        await first.DisposeAsync();
        await using var third = await ReceiveAsync(receiver);
        await Assert.ThrowsAsync<RpcException>(() => ReceiveAsync(receiver));
    }

    [Fact]
    public async Task A_file_that_is_another_than_announced_makes_room_again()
    {
        var receiver = Receiver(1);
        for (var i = 0; i < 3; i++)
        {
            var refused = await Assert.ThrowsAsync<RpcException>(() =>
                receiver.ReceiveAsync(new Parts(Sent.Chunk(64)), part => part, Announced with { Sha256 = "00" }, "alice", Cancel)
            );
            Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        }
    }

    [Fact]
    public async Task A_file_without_size_and_digest_is_taken_up_to_the_limit_and_gets_its_digest()
    {
        var unannounced = new AnnouncedFile(0, "", Sent.Length);
        await using var upload = await Receiver(1)
            .ReceiveAsync(new Parts(Sent.Chunk(64)), part => part, unannounced, "alice", Cancel);

        var refused = await Assert.ThrowsAsync<RpcException>(() =>
            Receiver(1)
                .ReceiveAsync(new Parts(Sent.Chunk(64)), part => part, unannounced with { MostBytes = 999 }, "alice", Cancel)
        );
        var empty = await Assert.ThrowsAsync<RpcException>(() =>
            Receiver(1).ReceiveAsync(new Parts([]), part => part, unannounced, "alice", Cancel)
        );

        Assert.Equal(Announced.Sha256, upload.Sha256);
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Contains("empty", empty.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_receives_beside_its_database_unless_told_otherwise()
    {
        var data = Path.Combine(_folder, "data");
        await using (await StartAsync(new() { ["Database:Directory"] = data }))
        {
            Assert.True(Directory.Exists(Path.Combine(data, "uploads")));
        }

        var own = Path.Combine(_folder, "own");
        await using var host = await StartAsync(new() { ["Uploads:Directory"] = own });
        await using var upload = await ReceiveAsync(host.Services.GetRequiredService<UploadReceiver>());
        Assert.Equal(own, Path.GetDirectoryName(upload.Path));
    }

    [Theory]
    [InlineData("Uploads:MaxConcurrent", "0")]
    [InlineData("Uploads:Directory", "/dev/null/uploads")]
    public async Task A_host_that_cannot_receive_as_told_does_not_start_and_says_which_setting(string key, string value)
    {
        var refused = await Assert.ThrowsAsync<SettingException>(() => StartAsync(new() { [key] = value }));
        Assert.StartsWith($"{SettingException.NameOf(key)}: ", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private UploadReceiver Receiver(int mostAtOnce) => new(new UploadOptions { Directory = _folder, MaxConcurrent = mostAtOnce });

    private static Task<UploadedFile> ReceiveAsync(UploadReceiver receiver, Parts? parts = null, string tenant = "alice") =>
        receiver.ReceiveAsync(parts ?? new Parts(Sent.Chunk(64)), part => part, Announced, tenant, Cancel);

    private static Task<ServiceHost> StartAsync(Dictionary<string, string?> settings) =>
        ServiceHost.StartAsync(new ServiceHostOptions { Settings = settings, Add = builder => builder.AddUploads() }, Cancel);

    private sealed class Parts(IEnumerable<byte[]> parts) : IAsyncStreamReader<ByteString>
    {
        private readonly IEnumerator<byte[]> _parts = parts.GetEnumerator();

        public int Taken { get; private set; }

        public ByteString Current => ByteString.CopyFrom(_parts.Current);

        public Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            Taken++;
            return Task.FromResult(_parts.MoveNext());
        }
    }
}
