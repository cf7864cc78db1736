namespace CareerRecs.Contract.Tests;

public sealed class BufTests
{
    [Fact]
    public async Task The_contract_is_lint_clean_and_breaks_nothing_that_was_released()
    {
        var buf = Environment.GetEnvironmentVariable("BUF") ?? Commands.OnPath("buf");
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.SkipWhen(
                buf is null,
                "SKIPPED: buf is not installed (npm install @bufbuild/buf, or set BUF). The contract was not linted."
            );
        }
        Assert.NotNull(buf);

        await Commands.RunAsync("bash", [Path.Combine(RepositoryRoot.Path, "protos", "check.sh")], new() { ["BUF"] = buf });
    }
}
