using CareerRecs.Matching.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Tests.Profiles.Encryption;

public sealed class EncryptedProfileTests : IDisposable
{
    private static readonly string[] Planted =
    [
        "planted-external-id",
        "planted-skill",
        "planted-title",
        "planted-interest",
        "planted-document",
    ];

    private readonly EncryptedHost _encrypted = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _encrypted.Dispose();

    [Fact]
    public async Task Nothing_of_a_person_can_be_read_in_the_database_file()
    {
        await using (var host = await _encrypted.StartAsync())
        {
            await PlantAsync(host);
        }

        var text = await _encrypted.ReadFilesAsync();
        Assert.Contains("profiles/planted", text, StringComparison.Ordinal);
        Assert.All(Planted, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_keys_the_same_person_can_be_read()
    {
        await using (var host = await _encrypted.StartWithoutKeysAsync())
        {
            await PlantAsync(host);
        }

        var text = await _encrypted.ReadFilesAsync();
        Assert.All(Planted, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_encrypted_profile_is_found_by_its_external_id_and_nobody_elses()
    {
        await using var host = await _encrypted.StartAsync();
        var made = await host.CreateAsync(new Profile { ExternalId = "hr-1", YearsExperience = 3 });
        const string byExternalId = "profiles/-/externalIds/hr-1";

        Assert.Equal(made, await host.GetAsync(byExternalId));
        var listed = await host.Profiles.ListProfilesAsync(
            new ListProfilesRequest { ExternalId = "hr-1" },
            cancellationToken: Token
        );
        Assert.Equal([made], listed.Profiles);
        var batch = await host.Profiles.BatchGetProfilesAsync(
            new BatchGetProfilesRequest { Names = { byExternalId, made.Name } },
            cancellationToken: Token
        );
        Assert.Equal([made, made], batch.Profiles);

        var other = await host.CreateAsync(new Profile { ExternalId = "hr-2" });
        Assert.NotEqual(made.Name, other.Name);
        var taken = await EncryptedHost.FailAsync(() => host.CreateAsync(new Profile { ExternalId = "hr-1" }));
        Assert.Equal((StatusCode.AlreadyExists, made.Name), (taken.Code, taken.Info.Metadata["resource"]));
        await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Profiles.GetProfileAsync(
                new GetProfileRequest { Name = byExternalId },
                ProfileHost.As("another"),
                cancellationToken: Token
            )
        );

        var upserted = await UpsertAsync(host, new Profile { ExternalId = "hr-1", YearsExperience = 9 });
        Assert.Equal((made.Name, UpsertOutcome.Updated), (upserted.Profile, upserted.Outcome));
    }

    [Fact]
    public async Task A_request_that_is_repeated_gets_the_answer_that_was_encrypted()
    {
        await using var host = await _encrypted.StartAsync();
        var made = await host.CreateAsync(new Profile { ExternalId = "hr-1" }, requestId: "r");

        Assert.Equal(made, await host.CreateAsync(new Profile { ExternalId = "hr-1" }, requestId: "r"));
        var other = await EncryptedHost.FailAsync(() => host.CreateAsync(new Profile { ExternalId = "hr-2" }, requestId: "r"));
        Assert.Equal(StatusCode.InvalidArgument, other.Code);
    }

    [Fact]
    public async Task Erasing_leaves_no_data_key_and_no_answer()
    {
        await using var host = await _encrypted.StartAsync();
        var made = await host.CreateAsync(new Profile { ExternalId = "hr-1" }, requestId: "r");

        await DeleteAsync(host, "profiles/-/externalIds/hr-1");

        await using var db = host.OpenDatabase();
        Assert.Empty(await db.Profiles.ToListAsync(Token));
        Assert.Empty((await db.Requests.SingleAsync(Token)).Response);
        var repeated = await EncryptedHost.FailAsync(() => host.CreateAsync(new Profile { ExternalId = "hr-1" }, requestId: "r"));
        Assert.Equal("PROFILE_ERASED", repeated.Info.Reason);
        Assert.NotEqual(made.Name, (await host.CreateAsync(new Profile { ExternalId = "hr-1" })).Name);
    }

    [Fact]
    public async Task A_row_with_the_bytes_of_another_does_not_open()
    {
        await using var host = await _encrypted.StartAsync();
        await host.CreateAsync(new Profile { YearsExperience = 1 }, "mine");
        await host.CreateAsync(new Profile { YearsExperience = 2 }, "theirs");
        await using (var db = host.OpenDatabase())
        {
            // Record and data key both: whoever may write to the database may not give one person the facts of another.
            var theirs = await db.Profiles.AsNoTracking().SingleAsync(p => p.Id == "theirs", Token);
            await db
                .Profiles.Where(p => p.Id == "mine")
                .ExecuteUpdateAsync(
                    p => p.SetProperty(r => r.Record, theirs.Record).SetProperty(r => r.WrappedKey, theirs.WrappedKey),
                    Token
                );
        }

        var damaged = await EncryptedHost.FailAsync(() => host.GetAsync("profiles/mine"));

        Assert.Equal((StatusCode.DataLoss, "STORE_DAMAGED"), (damaged.Code, damaged.Info.Reason));
        Assert.Equal("profiles/mine", damaged.Info.Metadata["resource"]);
        Assert.Equal(2, (await host.GetAsync("profiles/theirs")).YearsExperience);
        await DeleteAsync(host, "profiles/mine");
    }

    [Fact]
    public async Task Profiles_encrypt_on_PostgreSQL_as_on_SQLite()
    {
        await using var server = await CareerRecs.Testing.Servers.PostgresServer.StartNewAsync(Token);
        await using var host = await _encrypted.StartAsync(
            new Dictionary<string, string?>
            {
                ["Database:Provider"] = "Postgres",
                ["ConnectionStrings:Matching"] = server.ConnectionString("matching"),
            }
        );
        var made = await host.CreateAsync(new Profile { ExternalId = "hr-1" }, "one", "r");
        _encrypted.Write(_encrypted.Read().WithPrimary("second"));
        EncryptedHost.SeeKeys(host);

        var report = await EncryptedHost.RotateAsync(host);

        Assert.Equal((1, 0, 0), (report.Rewrapped, report.Failed, report.Use.Left));
        Assert.Equal(["second"], await EncryptedHost.FindKeysAsync(host));
        Assert.Equal(made, await host.GetAsync("profiles/-/externalIds/hr-1"));
        Assert.Equal(made, await host.CreateAsync(new Profile { ExternalId = "hr-1" }, "one", "r"));
    }

    private static async Task PlantAsync(ProfileHost host)
    {
        await host.Profiles.CreateProfileAsync(
            new CreateProfileRequest
            {
                ProfileId = "planted",
                RequestId = "r",
                Subject = new Subject
                {
                    Document = new Document
                    {
                        Content = ByteString.CopyFromUtf8("planted-document of a Data Scientist"),
                        Format = DocumentFormat.Text,
                        StoreText = true,
                        Stated = new Profile
                        {
                            ExternalId = "planted-external-id",
                            Skills = { new ProfileSkill { Text = "planted-skill" } },
                            Jobs = { new HeldJob { Title = "planted-title" } },
                            Interests = { "planted-interest" },
                        },
                    },
                },
            },
            cancellationToken: Token
        );
    }

    private static async Task<UpsertResult> UpsertAsync(ProfileHost host, Profile row) =>
        (
            await host.Profiles.UpsertProfilesAsync(new UpsertProfilesRequest { Profiles = { row } }, cancellationToken: Token)
        ).Results.Single();

    private static async Task DeleteAsync(ProfileHost host, string name) =>
        await host.Profiles.DeleteProfileAsync(new DeleteProfileRequest { Name = name }, cancellationToken: Token);
}
