using CareerRecs.Client;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;
using Google.Protobuf.WellKnownTypes;

namespace CareerRecs.EndToEnd.Tests.Cluster;

public sealed class RabbitMqTests(ClusterFixture cluster) : ClusterTest(cluster)
{
    private const string Tenant = "bus";
    private const string OwnCatalog = "catalogs/bus";

    [Fact]
    public async Task With_the_broker_stopped_writes_succeed_and_when_it_is_back_nothing_is_lost()
    {
        var rabbit = Cluster.Servers.RabbitMq;
        var replicas = await ReplicasAsync(Tenant, $"catalog.write {ProfileScopes}");
        await ActivateCopyAsync(replicas[0], OwnCatalog, "first");
        foreach (var replica in replicas)
        {
            await VersionAsync(replica, OwnCatalog);
        }
        var recorder = new EventRecorder();
        await using var listening = await recorder.ListenAsync(rabbit.Url);
        var first = await CreateAsync(replicas[0], "before");
        await Eventually.IsSoAsync("an event arrives", () => Task.FromResult(recorder.Of(Tenant, first.Name).Count == 1));

        await rabbit.StopAsync();
        var profiles = new List<Profile>();
        for (var i = 0; i < 6; i++)
        {
            profiles.Add(await CreateAsync(replicas[i % 2], $"during-{i}"));
        }
        for (var i = 0; i < 3; i++)
        {
            profiles[i] = await ChangeAsync(replicas[(i + 1) % 2], profiles[i]);
        }
        await replicas[1]
            .Profiles.DeleteProfileAsync(new DeleteProfileRequest { Name = profiles[0].Name }, cancellationToken: Cancel);
        var next = await ActivateCopyAsync(replicas[0], OwnCatalog, "next");
        foreach (var replica in replicas)
        {
            await Eventually.GetAsync(
                "the outbox holds the events",
                () => BusAsync(replica),
                bus => IsDown(bus) && !IsEmpty(bus)
            );
        }

        await rabbit.StartAsync(Cancel);
        foreach (var replica in replicas)
        {
            await Eventually.GetAsync(
                "the activation of the outage is seen",
                () => VersionAsync(replica, OwnCatalog),
                version => version == next
            );
            await Eventually.GetAsync("the outbox is empty", () => BusAsync(replica), bus => !IsDown(bus) && IsEmpty(bus));
        }

        for (var i = 0; i < profiles.Count; i++)
        {
            var expected = Enumerable
                .Range(1, (int)profiles[i].Revision)
                .Select(revision => new Heard(Tenant, profiles[i].Name, revision, nameof(Events.V1.ProfileChanged)))
                .ToList();
            if (i == 0)
            {
                expected.Add(new Heard(Tenant, profiles[i].Name, profiles[i].Revision + 1, nameof(Events.V1.ProfileErased)));
            }
            await Eventually.IsSoAsync(
                $"the events of {profiles[i].Name} arrived",
                () => Task.FromResult(recorder.Of(Tenant, profiles[i].Name).Count >= expected.Count)
            );
            Assert.Equal(expected, recorder.Of(Tenant, profiles[i].Name));
        }
    }

    private static async Task<Profile> CreateAsync(CareerRecsClient client, string id) =>
        (
            await client.Profiles.CreateProfileAsync(
                new CreateProfileRequest { Subject = People.Engineer, ProfileId = id },
                cancellationToken: Cancel
            )
        ).Profile;

    private static async Task<Profile> ChangeAsync(CareerRecsClient client, Profile profile) =>
        (
            await client.Profiles.UpdateProfileAsync(
                new UpdateProfileRequest
                {
                    Profile = new Profile
                    {
                        Name = profile.Name,
                        Etag = profile.Etag,
                        YearsExperience = 7,
                    },
                    UpdateMask = new FieldMask { Paths = { "years_experience" } },
                },
                cancellationToken: Cancel
            )
        ).Profile;

    private static async Task<GetStatusResponse.Types.Dependency> BusAsync(CareerRecsClient replica) =>
        (await replica.Status.GetStatusAsync(new GetStatusRequest(), cancellationToken: Cancel)).Dependencies.Single(d =>
            d.Name == "bus"
        );

    private static bool IsDown(GetStatusResponse.Types.Dependency bus) =>
        bus.State == GetStatusResponse.Types.Dependency.Types.State.Down;

    private static bool IsEmpty(GetStatusResponse.Types.Dependency bus) =>
        bus.Detail.StartsWith("0 unsent", StringComparison.Ordinal);
}
