using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ServiceDefaults.Configuration;

/// <summary>Registers <see cref="ReloadedFile{T}"/>.</summary>
public static class ReloadedFiles
{
    /// <summary>Longest time in which a change goes unseen.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Adds the value of files as <see cref="ReloadedFile{T}"/>. SettingException if they cannot be used now: without them every
    /// call would fail later.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="file">The files.</param>
    /// <param name="parse">Makes the value of the files' texts; throws <see cref="FormatException"/> with what is wrong.</param>
    public static void AddReloaded<T>(this IServiceCollection services, SettingFile file, Func<IReadOnlyList<string>, T> parse)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(file);
        (file.Load(parse) as IDisposable)?.Dispose();
        services.AddSingleton(provider => new ReloadedFile<T>(
            file,
            parse,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ReloadedFile<T>>>()
        ));
    }
}
