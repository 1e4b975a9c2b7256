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
}
