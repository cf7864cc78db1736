using CareerRecs.OpenApi;

namespace CareerRecs.Contract.Tests;

/// <summary>The OpenAPI document that hosts serve. UPDATE_GOLDEN=1 writes it anew.</summary>
public sealed class OpenApiTests
{
    private static readonly string Served = Path.Combine(RepositoryRoot.Path, "protos", "openapi.json");

    [Fact]
    public async Task The_document_is_that_of_the_contract()
    {
        var made = await ContractDocument.WriteAsync(TestContext.Current.CancellationToken);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(Served, made, TestContext.Current.CancellationToken);
        }

        Assert.True(
            made == await File.ReadAllTextAsync(Served, TestContext.Current.CancellationToken),
            "protos/openapi.json is not that of the contract. Run the test with UPDATE_GOLDEN=1 and read the diff."
        );
    }

    [Fact]
    public async Task The_document_is_lint_clean()
    {
        var redocly = Environment.GetEnvironmentVariable("REDOCLY") ?? Commands.OnPath("redocly");
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.SkipWhen(
                redocly is null,
                "SKIPPED: redocly is not installed (npm install @redocly/cli, or set REDOCLY). The document was not linted."
            );
        }

        Assert.NotNull(redocly);
        await Commands.RunAsync(redocly, ["lint", Served, "--extends=minimal"], []);
    }
}
