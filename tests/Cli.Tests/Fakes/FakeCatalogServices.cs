using System.Net;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Errors;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CareerRecs.Cli.Tests.Fakes;

internal sealed class FakeCatalog(FakeState state) : CatalogService.CatalogServiceBase
{
    public override Task<ResolveTitleResponse> ResolveTitle(ResolveTitleRequest request, ServerCallContext context)
    {
        var response = new ResolveTitleResponse { CatalogVersion = Answers.Version };
        if (request.Title.Contains("Engineer", StringComparison.OrdinalIgnoreCase))
        {
            response.Matches.Add(
                new TitleMatch
                {
                    Role = "catalogs/builtin/roles/machine-learning-engineer",
                    Title = "Machine Learning Engineer",
                    Confidence = request.Title == "Machine Learning Engineer" ? 1 : 0.8,
                }
            );
        }
        return Task.FromResult(response);
    }

    public override Task<GetRoleResponse> GetRole(GetRoleRequest request, ServerCallContext context) =>
        Task.FromResult(RoleAnswers.Role());

    public override Task<SearchRolesResponse> SearchRoles(SearchRolesRequest request, ServerCallContext context)
    {
        state.Search = request;
        return Task.FromResult(RoleAnswers.Search());
    }
}

internal sealed class FakeVersions(FakeState state) : VersionService.VersionServiceBase
{
    public override async Task<ImportVersionResponse> ImportVersion(
        IAsyncStreamReader<ImportVersionRequest> requestStream,
        ServerCallContext context
    )
    {
        await requestStream.MoveNext(context.CancellationToken);
        state.Import = requestStream.Current.Header;
        if (state.Import.FileName.StartsWith("bad", StringComparison.Ordinal))
        {
            throw FakeServer.Invalid("chunk", "db/Skills.txt, line 3, column Data Value: \"x\" is no number");
        }
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            state.ChunkSizes.Add(requestStream.Current.Chunk.Length);
        }
        return new ImportVersionResponse
        {
            Version = new CatalogVersion
            {
                Name = state.Import.Catalog + "/versions/29.3",
                Etag = "e1",
                State = CatalogVersion.Types.State.Draft,
            },
        };
    }

    public override Task<ActivateVersionResponse> ActivateVersion(ActivateVersionRequest request, ServerCallContext context)
    {
        if (state.HasMoreRoles && !request.AcceptFewerRoles)
        {
            throw Errors.FailedPrecondition(
                "VERSION_HAS_ERRORS",
                "It has 1 roles, the active has 9. If that is right, activate it with accept_fewer_roles."
            );
        }
        state.Activated = request.Name;
        return Task.FromResult(
            new ActivateVersionResponse
            {
                Version = new CatalogVersion { Name = request.Name, State = CatalogVersion.Types.State.Active },
            }
        );
    }
}
