using CareerRecs.ProfileMatching.Profiles.Encryption;
using CareerRecs.ServiceDefaults.Configuration;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Tests.Profiles.Encryption;

/// <summary>A folder with a key file and a database, over which hosts with and without keys are started.</summary>
internal sealed class EncryptedHost : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("careerrecs-encrypted-").FullName;

    public EncryptedHost() => Write(KeyRingFile.Create("first"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string KeysFile => Path.Combine(_folder, "profile-keys.json");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    public KeyRingFile Read() => KeyRingFile.Parse(File.ReadAllText(KeysFile));

    public void Write(KeyRingFile file) => file.Write(KeysFile);

    /// <summary>Has a running host see the file that was written.</summary>
    public static void SeeKeys(ProfileHost host) => host.Clock.Advance(ReloadedFiles.LookEvery);

    public Task<ProfileHost> StartAsync(IReadOnlyDictionary<string, string?>? settings = null) =>
        ProfileHost.StartAsync(
            new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
            {
                ["Profiles:EncryptionKeysFile"] = KeysFile,
            },
            _folder
        );

    public Task<ProfileHost> StartWithoutKeysAsync() => ProfileHost.StartAsync(folder: _folder);

    public static Task<RotationReport> RotateAsync(ProfileHost host) => host.Service<KeyRotation>().RunAsync(Token);

    /// <summary>Keys of the profiles, null for one that is not encrypted.</summary>
    public static async Task<IReadOnlyList<string?>> FindKeysAsync(ProfileHost host)
    {
        await using var db = host.OpenDatabase();
        return await db.Profiles.OrderBy(p => p.Id).Select(p => p.KeyId).ToListAsync(Token);
    }

    /// <summary>All bytes of the database as it lies on the disk, as text.</summary>
    public async Task<string> ReadFilesAsync()
    {
        var texts = Directory
            .GetFiles(_folder, "matching.db*")
            .Select(async file => System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Token)));
        return string.Concat(await Task.WhenAll(texts));
    }

    public static async Task<(StatusCode Code, ErrorInfo Info)> FailAsync(Func<Task> call)
    {
        var failed = await Assert.ThrowsAsync<RpcException>(call);
        return (failed.StatusCode, failed.GetRpcStatus()!.GetDetail<ErrorInfo>()!);
    }
}
