using MspBot.Domain.Materials;

namespace MspBot.Host.Materials;

/// <summary>What each kind is called.</summary>
internal static class MaterialKindTexts
{
    internal static string Of(MaterialKind kind) => kind switch
    {
        MaterialKind.Lesson => "Разработка урока",
        MaterialKind.Slides => "Презентация",
        MaterialKind.Guidelines => "Методические рекомендации",
        MaterialKind.Assessment => "Диагностика",
        MaterialKind.Recording => "Запись встречи",
        MaterialKind.Document => "Документ",
    };
}
