using MspBot.Domain.Materials;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Materials.Papers;

/// <summary>A material that was given to those who came to a meeting, as it stands in the tables.</summary>
internal static class HandedOutCast
{
    internal static async Task HandedOut(this World world, MaterialId material, params IReadOnlyList<Visitor> to)
    {
        var seminar = await world.Seminar(seats: 100, startsIn: TimeSpan.FromHours(-5), title: "Встреча с раздачей");
        var attached = await world.Sql<long>($"""
            insert into seminar_material (seminar_id, material_id, added_at) values ({seminar}, {material.Value}, {world.Now}) returning id
            """);
        foreach (var who in to)
        {
            await world.Sql<int>($"""
                with seat as (
                    insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at)
                    select {seminar}, id, 'Confirmed', {world.Now}, {world.Now} from person where chat_id = {who.Id}
                    returning id
                )
                insert into seminar_material_given (seminar_material_id, sign_up_id, given_at) select {attached}, id, {world.Now} from seat
                """);
        }
    }
}
