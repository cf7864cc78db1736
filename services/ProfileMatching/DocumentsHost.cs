using CareerRecs.ProfileMatching.Documents;
using CareerRecs.ServiceDefaults.Configuration;

namespace CareerRecs.ProfileMatching;

/// <summary>Puts the reading of documents into a host.</summary>
internal static class DocumentsHost
{
    /// <summary><see cref="DocumentReading"/> with its room and its processes.</summary>
    internal static void AddDocuments(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddSettings<DocumentOptions>("Documents");
        services.AddSingleton<DocumentMetrics>();
        services.AddSingleton<DocumentRoom>();
        services.AddSingleton<ReaderPool>();
        services.AddSingleton<DocumentReading>();
    }
}
