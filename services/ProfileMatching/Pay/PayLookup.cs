using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Configuration;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Grpc.Core;
using Microsoft.Extensions.Caching.Memory;

namespace CareerRecs.ProfileMatching.Pay;

/// <summary>What became of a question for pay: a result a role, or why there is none.</summary>
/// <remarks>The results are shared by all answers that name the role: for reading and writing out, never to be changed.</remarks>
internal sealed record PayAnswer(PayStatus Status, string Model, string Message, IReadOnlyList<SalaryResult?> Results);

/// <summary>
/// Asks the salary service once for all roles of an answer, with a deadline, and remembers what a role pays under one model, so
/// that most answers need no call at all. Without the service the answer goes on without pay.
/// </summary>
internal sealed class PayLookup(
    SalaryService.SalaryServiceClient salary,
    ActiveSalaryModel active,
    MatchingOptions options,
    TimeProvider time,
    ILogger<PayLookup> logger
) : IDisposable
{
    private const int MostRemembered = 100_000;
    private static readonly MemoryCacheEntryOptions Entry = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(30) };

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    public void Dispose() => _known.Dispose();

    /// <summary>
    /// The model that a question is answered with, as far as is known here: the one asked for, else the active one.
    /// </summary>
    public string ModelFor(string asked) => asked.Length > 0 ? asked : active.Name;

    public async Task<PayAnswer> AskAsync(IReadOnlyList<Role> roles, PayQuestion question, CancellationToken cancellationToken)
    {
        var pinnedByCaller = question.Terms.Model;
        var model = ModelFor(pinnedByCaller);
        var results = new SalaryResult?[roles.Count];
        var missing = new List<int>();
        for (var i = 0; i < roles.Count; i++)
        {
            if (model.Length > 0 && _known.TryGetValue(Key(model, roles[i], question), out SalaryResult? known))
            {
                results[i] = known;
            }
            else
            {
                missing.Add(i);
            }
        }

        if (missing.Count > 0)
        {
            try
            {
                // Cached results are of one model. The missing ones are asked of the same model, also during an activation.
                var pinned = missing.Count < roles.Count ? model : pinnedByCaller;
                var fetched = await FetchAsync([.. missing.Select(i => roles[i])], question, pinned, cancellationToken);
                for (var i = 0; i < missing.Count; i++)
                {
                    results[missing[i]] = fetched.Results[i];
                }

                model = fetched.SalaryModel;
            }
            catch (RpcException e)
                when (pinnedByCaller.Length > 0 && e.StatusCode is (StatusCode.NotFound or StatusCode.FailedPrecondition))
            {
                // The model that the caller pinned is not there: that is for the caller to know.
                throw;
            }
            catch (RpcException e) when (!cancellationToken.IsCancellationRequested)
            {
                SalaryFailure.Log(logger, e);
                var why = SalaryFailure.IsOutage(e)
                    ? "The salary service does not answer"
                    : "The salary service answers with an error";
                return new PayAnswer(
                    PayStatus.SalaryUnavailable,
                    "",
                    $"{why}; roles come without pay.",
                    new SalaryResult?[roles.Count]
                );
            }
        }

        return Summarize(model, results);
    }

    /// <summary>Asks for the pay of roles, by a model or by the active one, and remembers it.</summary>
    private async Task<BatchEstimateSalariesResponse> FetchAsync(
        List<Role> roles,
        PayQuestion question,
        string pinned,
        CancellationToken cancellationToken
    )
    {
        var request = new BatchEstimateSalariesRequest { SalaryModel = pinned };
        request.Queries.Add(roles.Select(role => Query(role, question)));
        var answer = await salary.BatchEstimateSalariesAsync(
            request,
            deadline: time.GetUtcNow().UtcDateTime + options.PayDeadline,
            cancellationToken: cancellationToken
        );
        if (pinned.Length == 0)
        {
            active.Seen(answer.SalaryModel);
        }

        for (var i = 0; i < roles.Count; i++)
        {
            _known.Set(Key(answer.SalaryModel, roles[i], question), answer.Results[i], Entry);
        }

        return answer;
    }

    /// <summary>A place or currency without evidence is the same for every role: it is said once, for the whole answer.</summary>
    private static PayAnswer Summarize(string model, SalaryResult?[] results)
    {
        var reasons = results.Select(r => r?.InsufficientEvidence).ToList();
        var general =
            reasons.Count > 0
            && reasons.TrueForAll(r =>
                r?.Reason
                    is InsufficientPayEvidence.Types.Reason.UnknownPlace
                        or InsufficientPayEvidence.Types.Reason.UnknownCurrency
            );
        return general
            ? new PayAnswer(PayStatus.NoEvidence, model, reasons[0]!.Message, new SalaryResult?[results.Length])
            : new PayAnswer(PayStatus.Included, model, "", results);
    }

    private static (string, string, string, PaidExperience, string, string) Key(string model, Role role, PayQuestion question) =>
        (
            model,
            question.CatalogDigest,
            role.Name,
            ExperienceFor(role, question),
            question.Terms.Location,
            question.Terms.Currency
        );

    /// <summary>The role's own level; where the catalog states none, the person's experience.</summary>
    private static PaidExperience ExperienceFor(Role role, PayQuestion question) =>
        role.Seniority != Seniority.Unspecified ? new PaidExperience(role.Seniority, null) : question.Terms.Experience;

    internal static SalaryQuery Query(Role role, PayQuestion question)
    {
        var experience = ExperienceFor(role, question);
        var query = new SalaryQuery
        {
            Role = new RoleReference
            {
                Name = role.Name,
                Title = role.Title,
                SocCodes = { role.Codes.Where(c => c.System is CodeSystem.Soc or CodeSystem.Onet).Select(c => c.Value).Take(10) },
                Seniority = role.Seniority,
                Track = role.Track,
                CatalogVersion = question.CatalogVersion,
            },
            Seniority = experience.Seniority,
            Location = question.Terms.Location,
            Currency = question.Terms.Currency,
        };
        if (experience.Years is { } years)
        {
            query.YearsExperience = years;
        }

        return query;
    }
}
