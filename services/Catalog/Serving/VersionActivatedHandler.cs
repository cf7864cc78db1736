using CareerRecs.Catalog.Versions;
using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Events;

namespace CareerRecs.Catalog.Serving;

/// <summary>Looks at the database when another replica activates a version; the event only says where.</summary>
public sealed class VersionActivatedHandler(ServedCatalogs served, ActiveCatalogs active) : IEventHandler<CatalogVersionActivated>
{
    /// <inheritdoc />
    public Task HandleAsync(EventContext<CatalogVersionActivated> e, CancellationToken cancellationToken) =>
        active.IsNews(VersionKey.Of(e.Owner, e.Event.Version), e.Revision)
            ? served.LookAsync(cancellationToken)
            : Task.CompletedTask;
}
