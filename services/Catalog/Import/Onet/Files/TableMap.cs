using CareerRecs.Catalog.Import.Tables;

namespace CareerRecs.Catalog.Import.Onet.Files;

/// <summary>What the rows of one table mean. The rows come one by one; what needs all of them waits for the end.</summary>
internal abstract class TableMap(OnetDraft draft, TableLayout layout)
{
    protected OnetDraft Draft => draft;

    public TableLayout Layout => layout;

    /// <summary>Reads a row.</summary>
    public abstract void Row(OnetRow row);

    /// <summary>Called once after the last row of the last file, also when there was no file.</summary>
    public virtual void Complete() { }
}
