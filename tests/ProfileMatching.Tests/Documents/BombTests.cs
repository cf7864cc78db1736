using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Tests.Profiles;
using CareerRecs.Testing.Documents;
using Google.Protobuf;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Tests.Documents;

/// <summary>Memory is of the whole process, so nothing else runs meanwhile.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;

[Collection(typeof(Alone))]
public sealed class BombTests
{
    private const long MostMemory = 64 << 20;
    private const int Bombs = 6;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("pdf-forms-in-forms")]
    [InlineData("pdf-heavy-pages")]
    public async Task Bombs_are_refused_while_others_are_answered_and_the_host_does_not_grow(string bomb)
    {
        var settings = new Dictionary<string, string?> { ["Documents:ReadingTime"] = "00:00:02" };
        await using var host = await ProfileHost.StartAsync(settings);
        var profile = await host.CreateAsync(new Profile { Skills = { new ProfileSkill { Text = "Python" } } });
        var content = ByteString.CopyFrom(DocumentBombs.All[bomb]);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var bombs = Task.WhenAll(Enumerable.Range(0, Bombs).Select(_ => RefusedAsync(host, content)));
        var largest = 0L;
        while (!bombs.IsCompleted)
        {
            Assert.Equal(profile.Name, (await host.GetAsync(profile.Name)).Name);
            largest = Math.Max(largest, GC.GetTotalMemory(forceFullCollection: false));
            Assert.NotEmpty((await CreateAsync(host, ByteString.CopyFromUtf8("Skills\nPython"), "others")).Profile.Skills);
        }

        Assert.All(
            await bombs,
            refused =>
            {
                Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
                // A runtime that aborts for want of memory looks from outside like one that nests too deep.
                Assert.Matches("^subject.document.content: (takes more than|is broken, or nested deeper)", refused.Status.Detail);
            }
        );
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostMemory);
    }

    private static Task<RpcException> RefusedAsync(ProfileHost host, ByteString content) =>
        Assert.ThrowsAsync<RpcException>(() => CreateAsync(host, content, "attackers"));

    private static async Task<CreateProfileResponse> CreateAsync(ProfileHost host, ByteString content, string tenant) =>
        await host.Profiles.CreateProfileAsync(
            new CreateProfileRequest { Subject = new Subject { Document = new Document { Content = content } } },
            ProfileHost.As(tenant),
            cancellationToken: Token
        );
}
