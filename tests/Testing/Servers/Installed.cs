using Xunit;

namespace CareerRecs.Testing.Servers;

/// <summary>
/// What a test needs installed. Without it the test is skipped and says so, but where <c>CI</c> is <c>true</c> it fails.
/// </summary>
public static class Installed
{
    /// <summary>Skips the test, or fails it in CI, unless the Debian package is there.</summary>
    public static void OrSkip(bool isInstalled, string package)
    {
        if (isInstalled)
        {
            return;
        }
        var reason = $"NOT TESTED: needs {package} (apt-get install -y {package}).";
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail(reason);
        }
        Assert.Skip(reason);
    }
}
