using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.LongRunning;
using CareerRecs.Salary.V1;
using Google.Protobuf.WellKnownTypes;

namespace CareerRecs.Cli.Rendering;

/// <summary>Answers of `operations`.</summary>
public static class OperationsText
{
    /// <summary>Operations, a line each.</summary>
    public static void List(Page page, IReadOnlyCollection<Operation> operations)
    {
        if (operations.Count == 0)
        {
            page.Line("No operations.");
        }

        page.Table(operations.Select(Row));
    }

    private static string[] Row(Operation operation)
    {
        var (work, started) = Describe(operation.Metadata);
        return [operation.Name, State(operation), Time(started), work, operation.Error?.Message ?? ""];
    }

    private static string State(Operation operation) =>
        !operation.Done ? "running"
        : operation.Error is null ? "succeeded"
        : operation.Error.Code == (int)Google.Rpc.Code.Cancelled ? "cancelled"
        : "failed";

    private static (string Work, Timestamp? Started) Describe(Any? metadata)
    {
        if (metadata is null)
        {
            return ("", null);
        }
        if (metadata.TryUnpack<TrainModelMetadata>(out var training))
        {
            var share = training.Progress.ToString("0 %", CultureInfo.InvariantCulture);
            return ($"{training.Training}: {share} {training.Step}", training.CreateTime);
        }
        if (metadata.TryUnpack<ImportVersionMetadata>(out var version))
        {
            return ($"import into {version.Catalog}{DescribeProgress(version.BytesRead, version.SizeBytes)}", version.CreateTime);
        }
        return metadata.TryUnpack<ImportWageTableMetadata>(out var table)
            ? ($"import of a wage table{DescribeProgress(table.BytesRead, table.SizeBytes)}", table.CreateTime)
            : (Any.GetTypeName(metadata.TypeUrl), null);
    }

    private static string DescribeProgress(long read, long size) =>
        size == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", read {(double)read / size:0 %} of {size / 1e6:0.0} MB");

    private static string Time(Timestamp? time) =>
        time is null ? "" : time.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
