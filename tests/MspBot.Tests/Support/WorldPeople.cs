using MspBot.Domain.People;
using MspBot.Sandbox;

namespace MspBot.Tests.Support;

/// <summary>People of a story, registered as everybody is: by talking to the bot.</summary>
internal static class WorldPeople
{
    internal static Task<Visitor> Head(this World world, string name = "Орлова Нина Сергеевна") =>
        world.Teacher(World.HeadId, name, position: "Заместитель директора");

    internal static async Task<Visitor> Teacher(this World world, long id, string name = "Иванова Мария Петровна",
        string school = "МОУ «СОШ № 4»", string position = "Учитель", string link = "")
    {
        var visitor = world.Visitor(id);
        await visitor.Types($"/start {link}".Trim());
        await visitor.Sees("закон 152-ФЗ");
        await visitor.Taps("Согласен");
        await visitor.Sees("Как вас зовут?");
        await visitor.Types(name);
        await visitor.Sees("Где вы работаете?");
        await visitor.Taps(school);
        await visitor.Taps(position);
        await visitor.Taps("Математика");
        await visitor.Taps("Готово (1)");
        await visitor.Taps("Всё верно");
        await visitor.Sees("Вы зарегистрированы");
        return visitor;
    }

    internal static async Task<Visitor> Tutor(
        this World world, long id, string name = "Петрова Анна Игоревна", string school = "МОУ «СОШ № 4»")
    {
        var tutor = await world.Teacher(id, name, school);
        await world.Grant(id, Role.Tutor);
        return tutor;
    }

    /// <summary>A role, as an invitation would have given it.</summary>
    internal static async Task Grant(this World world, long id, Role role)
    {
        await world.Idle();
        await world.Sql<int>(
            $"insert into person_role (person_id, role, granted_at) select id, '{role}', {world.Now} from person where chat_id = {id}");
    }
}
