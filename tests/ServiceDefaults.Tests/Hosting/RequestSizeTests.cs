using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Hosting;

namespace CareerRecs.ServiceDefaults.Tests.Hosting;

public sealed class RequestSizeTests
{
    [Fact]
    public void Requests_with_a_document_may_be_longer()
    {
        Assert.Equal(11 << 20, RequestSize.ForMessage(ExtractSkillsRequest.Descriptor));
        Assert.Equal(11 << 20, RequestSize.ForMessage(RecommendRolesRequest.Descriptor));
        Assert.Equal(4 << 20, RequestSize.ForMessage(UpsertProfilesRequest.Descriptor));
        Assert.Equal(11 << 20, RequestSize.Largest);
        Assert.All(
            MethodRights.Services.Where(s => s.File.Package != "careerrecs.matching.v1").SelectMany(s => s.Methods),
            method => Assert.Equal(4 << 20, RequestSize.ForMessage(method.InputType))
        );
    }
}
