using CareerRecs.Contract.Tests.Reference;
using CareerRecs.Types.V1;
using Google.Protobuf.Reflection;

namespace CareerRecs.Contract.Tests;

public sealed class LimitTests
{
    [Fact]
    public void Every_text_list_and_number_of_a_request_states_its_limit()
    {
        var unbounded = Requests()
            .SelectMany(Reachable)
            .Distinct()
            .SelectMany(m => m.Fields.InDeclarationOrder())
            .Where(f => !StatesLimit(f))
            .Select(f => f.FullName)
            .Order()
            .ToList();

        Assert.Empty(unbounded);
    }

    [Fact]
    public void Every_method_has_an_http_rule()
    {
        var without = ContractFiles
            .Methods.Where(m => m.GetOptions()?.GetExtension(Google.Api.AnnotationsExtensions.Http) is null)
            .Select(m => m.FullName);

        Assert.Empty(without);
    }

    [Fact]
    public void No_message_can_carry_what_must_not_decide()
    {
        string[] forbidden =
        [
            "gender",
            "age",
            "race",
            "ethnicity",
            "salary_history",
            "current_salary",
            "first_name",
            "last_name",
            "birth_date",
            "nationality",
        ];
        var found = Requests()
            .SelectMany(Reachable)
            .Distinct()
            .SelectMany(m => m.Fields.InDeclarationOrder())
            .Where(f => forbidden.Contains(f.Name))
            .Select(f => f.FullName)
            .ToList();

        Assert.Empty(found);
    }

    private static IEnumerable<MessageDescriptor> Requests() => ContractFiles.Methods.Select(m => m.InputType);

    private static IEnumerable<MessageDescriptor> Reachable(MessageDescriptor message)
    {
        var seen = new HashSet<MessageDescriptor>();
        var open = new Stack<MessageDescriptor>([message]);
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }
            foreach (
                var field in next
                    .Fields.InDeclarationOrder()
                    .Where(f =>
                        f.FieldType == FieldType.Message
                        && f.MessageType.FullName.StartsWith("careerrecs.", StringComparison.Ordinal)
                    )
            )
            {
                open.Push(field.MessageType);
            }
        }

        return seen;
    }

    private static bool StatesLimit(FieldDescriptor field)
    {
        var limits = field.GetOptions()?.GetExtension(LimitsExtensions.Limits);
        if (field.IsRepeated && limits is not { MaxItems: > 0 })
        {
            return false;
        }
        return field.FieldType switch
        {
            FieldType.String or FieldType.Bytes => limits is { MaxLength: > 0 },
            FieldType.Int32 or FieldType.Int64 or FieldType.Double => limits
                is { HasMin: true, HasMax: true }
                    or { Required: true }
                || SetByServer(field)
                || IsPageSize(field, limits),
            _ => true,
        };
    }

    /// <summary>A page larger than the largest is the largest (AIP-158): the number is bounded, and never refused.</summary>
    private static bool IsPageSize(FieldDescriptor field, FieldLimits? limits) =>
        field.Name == "page_size" && limits is { HasMin: true, HasMax: false };

    /// <summary>Fields that a message carries only on its way out.</summary>
    private static bool SetByServer(FieldDescriptor field) => field is { Name: "revision", ContainingType.Name: "Profile" };
}
