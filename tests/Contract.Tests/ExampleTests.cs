using CareerRecs.Contract.Tests.Reference;
using CareerRecs.OpenApi;
using CareerRecs.ServiceDefaults.Validation;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareerRecs.Contract.Tests;

/// <summary>The example requests that the OpenAPI document shows.</summary>
public sealed class ExampleTests
{
    private static readonly Examples Loaded = Examples.Load();

    private static readonly IReadOnlyList<MethodDescriptor> Methods =
    [
        .. ContractFiles.ServedMethods.Where(m => DocumentedRoute.FindAll(m).Any()),
    ];

    [Fact]
    public void Every_method_with_a_route_has_an_example_and_no_other_has() =>
        Assert.Equal(Methods.Select(Examples.NameOf).Order(), Loaded.Methods.Order());

    [Fact]
    public void An_example_is_a_request_within_the_limits_of_the_contract()
    {
        foreach (var method in Methods)
        {
            var request = JsonParser.Default.Parse(Loaded.FindRequest(method)!.ToJsonString(), method.InputType);
            Assert.Empty(RequestRules.Check(request).Select(v => $"{method.Name}: {v.Field} {v.Description}"));
        }
    }
}
