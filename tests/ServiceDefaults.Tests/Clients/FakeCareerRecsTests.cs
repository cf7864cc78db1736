using CareerRecs.Catalog.V1;
using CareerRecs.Client;
using CareerRecs.Types.V1;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Tests.Clients;

public sealed class FakeCareerRecsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_are_answered_and_recorded()
    {
        var fake = new FakeCareerRecs().Answer(
            (GetRoleRequest request) => new GetRoleResponse { Role = new Role { Name = request.Name } }
        );
        using var client = fake.CreateClient();

        var answer = await client.Catalog.GetRoleAsync(new GetRoleRequest { Name = "a" }, cancellationToken: Cancel);

        Assert.Equal("a", answer.Role.Name);
        Assert.Equal("b", client.Catalog.GetRole(new GetRoleRequest { Name = "b" }, cancellationToken: Cancel).Role.Name);
        Assert.Equal(["a", "b"], fake.Requests.Cast<GetRoleRequest>().Select(request => request.Name));
    }

    [Fact]
    public async Task A_refusal_throws_its_details()
    {
        var violation = new FieldViolation("name", "Unknown letter.");
        using var client = new FakeCareerRecs()
            .Answer<GetRoleRequest, GetRoleResponse>(_ =>
                throw FakeCareerRecs.Refusal(StatusCode.InvalidArgument, ErrorReason.InvalidFields, "No.", violation)
            )
            .CreateClient();

        var refused = await Assert.ThrowsAsync<CareerRecsException>(async () =>
            await client.Catalog.GetRoleAsync(new GetRoleRequest(), cancellationToken: Cancel)
        );

        Assert.Equal(ErrorReason.InvalidFields, refused.Reason);
        Assert.Equal([violation], refused.FieldViolations);
    }

    [Fact]
    public void A_call_without_an_answer_says_so()
    {
        using var client = new FakeCareerRecs().CreateClient();

        var refused = Assert.Throws<CareerRecsException>(() =>
            client.Catalog.GetRole(new GetRoleRequest(), cancellationToken: Cancel)
        );

        Assert.Equal(StatusCode.Unimplemented, refused.StatusCode);
        Assert.Contains(nameof(GetRoleRequest), refused.Message, StringComparison.Ordinal);
    }
}
