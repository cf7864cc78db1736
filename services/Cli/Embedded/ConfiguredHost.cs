using CareerRecs.Catalog;
using CareerRecs.ProfileMatching;
using CareerRecs.Salary;
using CareerRecs.ServiceDefaults;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Hosting;

namespace CareerRecs.Cli.Embedded;

/// <summary>The three services as the environment configures them, to check the configuration; nothing is served.</summary>
internal static class ConfiguredHost
{
    /// <summary>Prints the effective settings, and with <paramref name="connect"/> whether the neighbours answer.</summary>
    /// <returns>0, or 69 if a neighbour does not answer. SettingException for a setting that cannot work.</returns>
    public static async Task<int> CheckAsync(bool connect, TextWriter output, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddServiceDefaults();
        builder.AddCatalog();
        builder.AddMatching();
        builder.AddSalary();
        builder.KnownSettings().RequireKnown(builder.Configuration);
        return await SettingsCheck.RunAsync(builder, connect, output, cancellationToken);
    }
}
