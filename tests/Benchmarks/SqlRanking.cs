using System.Diagnostics;
using System.Globalization;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Testing.Servers;
using Npgsql;
using NpgsqlTypes;

namespace CareerRecs.Benchmarks;

/// <summary>
/// The skill part of the ranking as a query on a PostgreSQL of its own: the share of the role that is shown, and the votes of the
/// person's skills in what is left; the best ten. Phrases, texts, titles and stand-ins are left out, which the query would find
/// harder still.
/// </summary>
internal static class SqlRanking
{
    private const int Runs = 15;

    private const string Query = """
        select m.role, m.shown / r.total + (1 - m.shown / r.total) * @share * m.voted / (m.voted + @rarity - m.asked) as evidence
        from (
          select d.role, sum(d.weight * least(1, p.proficiency / greatest(d.required, 1))) as shown,
            sum(p.rarity * d.vote) as voted, sum(p.rarity) as asked
          from unnest(@skills, @proficiencies, @rarities) as p(skill, proficiency, rarity) join demand d on d.skill = p.skill
          group by d.role) m
        join role r on r.role = m.role
        order by evidence desc, m.role
        limit 10
        """;

    /// <summary>Loads an index into a new database and prints the median of the query beside that of the ranking.</summary>
    public static async Task RunAsync(string name, MatchIndex index, PersonEvidence evidence, CancellationToken cancellationToken)
    {
        await using var server = await PostgresServer.StartNewAsync(cancellationToken);
        await using var database = NpgsqlDataSource.Create(server.ConnectionString("postgres"));
        await LoadAsync(database, index, cancellationToken);
        using var person = new PersonView(index, evidence);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = Command(connection, person);
        await command.PrepareAsync(cancellationToken);
        var (sql, found) = await MedianAsync(async () =>
        {
            var roles = new List<RoleId>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                roles.Add(new RoleId(reader.GetInt32(0)));
            }
            return roles;
        });
        var (ours, ranked) = await MedianAsync(() =>
        {
            using var view = new PersonView(index, evidence);
            return Task.FromResult(Ranker.Rank(view, 10, static _ => true).Select(r => r.Role).ToList());
        });
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| rank {name}: 30 skills | {ours.TotalMilliseconds:0.00} ms | PostgreSQL "
                    + $"{sql.TotalMilliseconds:0.00} ms | {found.Intersect(ranked).Count()} of 10 roles the same |"
            )
        );
    }

    private static async Task LoadAsync(NpgsqlDataSource database, MatchIndex index, CancellationToken cancellationToken)
    {
        await ExecuteAsync(
            "create table role(role int, total real); create table "
                + "demand(skill int, role int, weight real, required real, vote real)"
        );
        await using (var connection = await database.OpenConnectionAsync(cancellationToken))
        {
            await using (
                var roles = await connection.BeginBinaryImportAsync("copy role from stdin (format binary)", cancellationToken)
            )
            {
                foreach (var role in index.Roles.Ids)
                {
                    await roles.WriteRowAsync(cancellationToken, role.Index, index.TotalWeight[role]);
                }
                await roles.CompleteAsync(cancellationToken);
            }

            await using var demands = await connection.BeginBinaryImportAsync(
                "copy demand from stdin (format binary)",
                cancellationToken
            );
            foreach (var role in index.Roles.Ids)
            {
                foreach (var demand in index.Demands(role).ToArray())
                {
                    await demands.WriteRowAsync(
                        cancellationToken,
                        demand.Skill.Index,
                        role.Index,
                        demand.Weight,
                        demand.Required,
                        demand.Vote
                    );
                }
            }

            await demands.CompleteAsync(cancellationToken);
        }

        await ExecuteAsync(
            "create index on demand(skill) include (role, weight, required, "
                + "vote); alter table role add primary key (role); vacuum analyze"
        );

        async Task ExecuteAsync(string statements)
        {
            foreach (var statement in statements.Split(';'))
            {
                await using var command = database.CreateCommand(statement);
                command.CommandTimeout = 300;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, PersonView person)
    {
        var p = person.Index.Parameters;
        var command = new NpgsqlCommand(Query, connection);
        command.Parameters.AddWithValue("skills", person.Skills.Select(s => s.Skill.Index).ToArray());
        command.Parameters.AddWithValue("proficiencies", person.Skills.Select(s => s.Proficiency).ToArray());
        command.Parameters.AddWithValue("rarities", person.Skills.Select(s => (float)person.WeightOf(s.Skill)).ToArray());
        command.Parameters.AddWithValue("rarity", NpgsqlDbType.Real, (float)person.SaidWeight);
        command.Parameters.AddWithValue("share", NpgsqlDbType.Real, (float)p.PersonShare);
        return command;
    }

    private static async Task<(TimeSpan Median, T Last)> MedianAsync<T>(Func<Task<T>> run)
    {
        var times = new List<TimeSpan>();
        var last = await run();
        for (var i = 0; i < Runs; i++)
        {
            var began = Stopwatch.GetTimestamp();
            last = await run();
            times.Add(Stopwatch.GetElapsedTime(began));
        }

        times.Sort();
        return (times[Runs / 2], last);
    }
}
