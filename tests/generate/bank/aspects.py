"""The five aspects of section one, and how their parts are headed."""

from typing import Final

ASPECTS: Final = {
    "opened": ("主动公开", "主动公开情况", "主动公开政府信息情况"),
    "applied": ("依申请公开", "依申请公开情况", "依申请公开办理情况"),
    "managed": ("政府信息管理", "政府信息管理情况", "加强政府信息管理"),
    "platform": ("政府信息公开平台建设", "平台建设", "平台建设情况"),
    "supported": ("监督保障", "监督保障情况", "政府信息公开监督保障情况"),
}
"""accepted wordings by key"""
