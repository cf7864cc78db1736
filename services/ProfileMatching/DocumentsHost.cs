using CareerRecs.ProfileMatching.Documents;
using Microsoft.Extensions.Options;

namespace CareerRecs.ProfileMatching;

/// <summary>Puts the reading of documents into a host.</summary>
internal static class DocumentsHost
{
    /// <summary><see cref="DocumentReading"/> with its room and its processes.</summary>
    internal static void AddDocuments(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<DocumentOptions>().BindConfiguration("Documents").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<DocumentOptions>>().Value);
        services.AddSingleton<DocumentMetrics>();
        services.AddSingleton<DocumentRoom>();
        services.AddSingleton<ReaderPool>();
        services.AddSingleton<DocumentReading>();
    }
}
