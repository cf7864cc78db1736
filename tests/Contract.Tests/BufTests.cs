using System.Diagnostics;

namespace CareerRecs.Contract.Tests;

public sealed class BufTests
{
    [Fact]
    public async Task The_contract_is_lint_clean_and_breaks_nothing_that_was_released()
    {
        var buf = Environment.GetEnvironmentVariable("BUF") ?? OnPath("buf");
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.SkipWhen(
                buf is null,
                "SKIPPED: buf is not installed (npm install @bufbuild/buf, or set BUF). The contract was not linted."
            );
        }
        Assert.NotNull(buf);

        var start = new ProcessStartInfo("bash", [Path.Combine(RepositoryRoot.Path, "protos", "check.sh")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["BUF"] = buf },
        };
        using var check = Process.Start(start)!;
        var output = check.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = check.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await check.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(check.ExitCode == 0, await output + await errors);
    }

    private static string? OnPath(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Select(p => Path.Combine(p, command))
            .FirstOrDefault(File.Exists);
}
