using System.Text.RegularExpressions;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.Types.V1;
using Google.Protobuf.Reflection;

namespace CareerRecs.Contract.Tests.Reference;

public sealed class RightsTests
{
    [Fact]
    public void Every_method_states_its_scope() =>
        Assert.Empty(
            ContractFiles.Methods.Where(method => ScopeOf(method) == Scope.Unspecified).Select(method => method.FullName)
        );

    [Fact]
    public void The_interceptor_knows_every_service() =>
        Assert.Equal(
            ContractFiles.Compiled.SelectMany(file => file.Services).Select(s => s.FullName).Order(StringComparer.Ordinal),
            MethodRights.Services.Select(s => s.FullName).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Any_token_calls_the_methods_that_are_not_ours()
    {
        var theirs = ContractFiles.ServedMethods.Except(ContractFiles.Methods).ToList();

        Assert.Equal(["google.longrunning.Operations"], theirs.Select(method => method.Service.FullName).Distinct());
        Assert.All(
            theirs,
            method => Assert.Equal(new MethodRights(null, null), MethodRights.Find($"/{method.Service.FullName}/{method.Name}"))
        );
    }

    [Fact]
    public void A_method_with_a_read_scope_has_a_verb_that_reads()
    {
        var verbs =
            "Analyze Batch(Estimate|Get) Compare Diff Estimate Explain Export Extract Get List Plan Recommend Resolve Search "
            + "Similar Stream Suggest Validate";
        var reads = new Regex($"^({verbs.Replace(' ', '|')})[A-Z]", RegexOptions.CultureInvariant);
        Scope[] scopes = [Scope.Any, Scope.CatalogRead, Scope.MatchingRead, Scope.SalaryRead, Scope.ProfilesRead];

        var methods = ContractFiles.Methods.Where(method => scopes.Contains(ScopeOf(method))).Select(method => method.Name);
        Assert.DoesNotContain(methods, name => !reads.IsMatch(name));
    }

    [Fact]
    public void A_request_that_names_a_stored_profile_needs_the_scope_for_it()
    {
        var asking = ContractFiles
            .Methods.Where(method => FieldScopes.For(method.InputType).Any)
            .Select(method => method.Name)
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                nameof(MatchingService.MatchingServiceClient.AnalyzeGap),
                nameof(CareerPathService.CareerPathServiceClient.AnalyzePopulation),
                nameof(ProfileService.ProfileServiceClient.CreateProfile),
                nameof(MatchingService.MatchingServiceClient.ExplainMatch),
                nameof(CareerPathService.CareerPathServiceClient.PlanRoute),
                nameof(MatchingService.MatchingServiceClient.RecommendRoles),
                nameof(MatchingService.MatchingServiceClient.ShadowVersion),
                nameof(CareerPathService.CareerPathServiceClient.SuggestMoves),
                nameof(CareerPathService.CareerPathServiceClient.SuggestSkills),
            ],
            asking
        );
    }

    [Fact]
    public void No_streamed_message_has_a_field_with_a_scope() =>
        Assert.Empty(
            ContractFiles
                .Methods.Where(method => method.IsClientStreaming && FieldScopes.For(method.InputType).Any)
                .Select(method => method.FullName)
        );

    [Fact]
    public void A_token_names_a_scope_as_the_contract_does() =>
        Assert.Equal(
            RightsReflection
                .Descriptor.EnumTypes.Single(type => type.ClrType == typeof(Scope))
                .Values.Skip(2) // SCOPE_UNSPECIFIED and SCOPE_ANY, which no token names
                .Select(value => value.Name["SCOPE_".Length..].ToLowerInvariant().Replace('_', '.')),
            Scopes.All
        );

    private static Scope ScopeOf(MethodDescriptor method) =>
        method.GetOptions()?.GetExtension(RightsExtensions.Scope) ?? Scope.Unspecified;
}
