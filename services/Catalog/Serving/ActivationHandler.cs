using CareerRecs.Catalog.Versions;
using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Events;

namespace CareerRecs.Catalog.Serving;

/// <summary>Another replica activated a version: a reason to look, nothing more. What is active says the database.</summary>
public sealed class ActivationHandler(ServedCatalogs served, ActiveVersions active) : IEventHandler<CatalogVersionActivated>
{
    /// <inheritdoc />
    public Task HandleAsync(EventContext<CatalogVersionActivated> e, CancellationToken cancellationToken) =>
        active.IsNews(VersionKey.Of(e.Owner, e.Event.Version), e.Revision)
            ? served.LookAsync(cancellationToken)
            : Task.CompletedTask;
}
