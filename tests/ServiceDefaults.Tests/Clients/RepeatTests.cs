using CareerRecs.Client;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Tests.Clients;

/// <summary>Calls that fail once with UNAVAILABLE, as when a replica dies.</summary>
public sealed class RepeatTests
{
    private static readonly RpcException Lost = new(new Status(StatusCode.Unavailable, "The connection was lost."));
    private static readonly RpcException NeverSent = new(
        new Status(StatusCode.Unavailable, "Refused.", new HttpRequestException(HttpRequestError.ConnectionError))
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_create_is_repeated_with_the_same_request_id()
    {
        var fake = Fail<CreateProfileRequest, CreateProfileResponse>(Lost, 2);
        using var client = fake.CreateClient();

        await client.Profiles.CreateProfileAsync(new CreateProfileRequest(), cancellationToken: Cancel);

        var ids = fake.Requests.Cast<CreateProfileRequest>().Select(request => request.RequestId).ToList();
        Assert.Equal(3, ids.Count);
        Assert.NotEqual("", Assert.Single(ids.Distinct()));
    }

    [Fact]
    public async Task An_upsert_is_repeated_unless_a_row_has_an_etag()
    {
        Assert.Equal(2, await UpsertAsync(new Profile { ExternalId = "a" }));
        Assert.Equal(1, await UpsertAsync(new Profile { ExternalId = "a" }, new Profile { ExternalId = "b", Etag = "1" }));
    }

    [Fact]
    public async Task A_deletion_is_repeated_only_if_it_was_never_sent()
    {
        Assert.Equal(1, await DeleteAsync(Lost));
        Assert.Equal(2, await DeleteAsync(NeverSent));
    }

    [Fact]
    public async Task A_call_is_sent_three_times_at_most()
    {
        var fake = Fail<CreateProfileRequest, CreateProfileResponse>(Lost, 9);
        using var client = fake.CreateClient();

        await Assert.ThrowsAsync<CareerRecsException>(async () =>
            await client.Profiles.CreateProfileAsync(new CreateProfileRequest(), cancellationToken: Cancel)
        );

        Assert.Equal(3, fake.Requests.Count);
    }

    [Fact]
    public void A_blocking_call_is_repeated_too()
    {
        var fake = Fail<CreateProfileRequest, CreateProfileResponse>(Lost, 1);
        using var client = fake.CreateClient();

        client.Profiles.CreateProfile(new CreateProfileRequest(), cancellationToken: Cancel);

        Assert.Equal(2, fake.Requests.Count);
    }

    [Fact]
    public async Task Another_refusal_is_not_repeated()
    {
        var refusal = FakeCareerRecs.Refusal(StatusCode.AlreadyExists, ErrorReason.AlreadyExists, "Taken.");
        var fake = Fail<CreateProfileRequest, CreateProfileResponse>(refusal, 1);
        using var client = fake.CreateClient();

        await Assert.ThrowsAsync<CareerRecsException>(async () =>
            await client.Profiles.CreateProfileAsync(new CreateProfileRequest(), cancellationToken: Cancel)
        );

        Assert.Single(fake.Requests);
    }

    private static async Task<int> UpsertAsync(params Profile[] profiles)
    {
        var fake = Fail<UpsertProfilesRequest, UpsertProfilesResponse>(Lost, 1);
        using var client = fake.CreateClient();
        await TryAsync(() =>
            client.Profiles.UpsertProfilesAsync(new UpsertProfilesRequest { Profiles = { profiles } }, cancellationToken: Cancel)
        );
        return fake.Requests.Count;
    }

    private static async Task<int> DeleteAsync(RpcException failure)
    {
        var fake = Fail<DeleteProfileRequest, DeleteProfileResponse>(failure, 1);
        using var client = fake.CreateClient();
        await TryAsync(() => client.Profiles.DeleteProfileAsync(new DeleteProfileRequest(), cancellationToken: Cancel));
        return fake.Requests.Count;
    }

    private static async Task TryAsync<T>(Func<AsyncUnaryCall<T>> call)
    {
        try
        {
            await call();
        }
        catch (CareerRecsException e) when (e.StatusCode == StatusCode.Unavailable)
        {
            // Counted by its requests.
        }
    }

    private static FakeCareerRecs Fail<TRequest, TResponse>(RpcException failure, int times)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>, new()
    {
        var left = times;
        return new FakeCareerRecs().Answer((TRequest _) => left-- > 0 ? throw failure : new TResponse());
    }
}
