using MspBot.Data.Postgres;
using MspBot.Domain.People;

namespace MspBot.Data.Seminars.Seats;

/// <summary>How many sign-ups of a person are stored, and how many meetings that they led.</summary>
public sealed class StoredSignUps(DbSession session)
{
    public async Task<(int SignUps, int Led)> Of(PersonId person) => (await session.Query<(int SignUps, int Led)>("""
        select (select count(*) from sign_up where person_id = @person)::int, (select count(*) from seminar where leader_id = @person)::int
        """, new { person }))[0];
}
