using System.Data.Common;
using CareerRecs.ServiceDefaults.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>
/// Runs a host. What keeps it from starting is one line on standard error and an exit code of sysexits.h; no stack trace.
/// </summary>
public static class ServiceProgram
{
    /// <summary>Exit code: the configuration cannot work.</summary>
    public const int BadConfiguration = 78;

    /// <summary>Exit code: something that is needed does not answer.</summary>
    public const int Unavailable = 69;

    /// <summary>Runs until the process is told to stop; <c>config check</c> as arguments only checks the settings.</summary>
    /// <param name="args">Arguments of the process.</param>
    /// <param name="add">Registers the host's services.</param>
    /// <param name="map">Maps the host's methods.</param>
    public static async Task<int> RunAsync(string[] args, Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        try
        {
            var isCheck = args is ["config", "check", ..];
            var builder = WebApplication.CreateBuilder(isCheck ? [] : args);
            add(builder);
            builder.KnownSettings().RequireKnown(builder.Configuration);
            if (isCheck)
            {
                return await SettingsCheck.RunAsync(builder, args.Contains("--connect"), Console.Out, CancellationToken.None);
            }

            await using var app = builder.Build();
            map(app);
            await app.RunAsync();
            return 0;
        }
        catch (SettingException e)
        {
            return Fail(e.Message, BadConfiguration);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            return Fail($"Endpoints: {e.Message}", BadConfiguration);
        }
        catch (DbException e)
        {
            return Fail($"the database cannot be brought up to date: {FirstLine(e.Message)}", Unavailable);
        }
    }

    private static int Fail(string message, int code)
    {
        Console.Error.WriteLine($"careerrecs: {FirstLine(message)}");
        return code;
    }

    private static string FirstLine(string text) => text.ReplaceLineEndings("\n").Split('\n')[0];
}
